using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Linting;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>lint</c>: the files without a cluster.</summary>
internal static class LintVerb
{
    public static Verb Create()
    {
        Option<bool> updateSum = new("--update-sum") { Description = "Write migrations.sum anew from the files first." };
        Command command = new("lint", "Parse every script and simulate the whole chain without a cluster. Exit 10 when something is not valid.") { updateSum };
        return new Verb(command, async (run, cancellationToken) =>
        {
            MigrationSetup setup = await run.ReadSetupAsync(cancellationToken);
            if (run.Parse.GetValue(updateSum))
            {
                await MigrationScaffold.UpdateSumAsync(setup.Path, cancellationToken);
            }

            LintResult result = await OfflineLint.RunAsync(setup, cancellationToken);
            LintReport report = LintReport.Of(result);
            run.Output.Show(report, _ => LintDocument.Of(result));
            return report.Valid ? ExitCode.Done : run.Failed(ErrorCodes.MigrationsInvalid, report.Message);
        });
    }
}
