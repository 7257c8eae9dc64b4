using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>new DESCRIPTION</c>: the files of a new migration.</summary>
internal static class NewVerb
{
    public static Verb Create()
    {
        Argument<string> description = new("description") { HelpName = "DESCRIPTION", Description = "A few words, such as \"add partition stats\"." };
        Option<string> version = new("--version") { HelpName = "VERSION", Description = "Its version (default: the next minor one)." };
        Option<bool> repeatable = new("--repeatable") { Description = "Without a version: applied after all versions whenever it changed." };
        Option<bool> down = new("--down") { Description = "A down script too; without one the way back is derived." };
        Option<bool> check = new("--check") { Description = "A check script too." };
        Command command = new("new", "Make the files of a new migration, and enter them into migrations.sum where there is one.") { description, version, repeatable, down, check };
        command.Validators.Add(result =>
        {
            if (result.GetResult(version) is { Implicit: false } && result.GetResult(repeatable) is { Implicit: false })
            {
                result.AddError("A repeatable migration has no version; give --version or --repeatable, not both.");
            }
        });
        return new Verb(command, async (run, cancellationToken) =>
        {
            ScaffoldRequest request = new(run.Parse.GetRequiredValue(description))
            {
                Version = RunOptions.Version(run.Parse.GetValue(version), "--version", "new"),
                Repeatable = run.Parse.GetValue(repeatable),
                Down = run.Parse.GetValue(down),
                Check = run.Parse.GetValue(check),
            };
            MigrationSetup setup = await run.ReadSetupAsync(cancellationToken);
            run.Output.Show(await MigrationScaffold.CreateAsync(setup.Path, request, cancellationToken), ScaffoldDocument.Of);
            return ExitCode.Done;
        });
    }
}
