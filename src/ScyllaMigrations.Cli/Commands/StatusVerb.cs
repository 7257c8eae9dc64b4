using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>status</c>, also <c>info</c>: where the keyspace stands.</summary>
internal static class StatusVerb
{
    public static Verb Create()
    {
        Option<bool> check = new("--check") { Description = "Exit 3 when migrations are pending, 9 when the versions do not fit." };
        Command command = new("status", "Current, latest and minimum version, what is pending, and whether it fits.") { check };
        command.Aliases.Add("info");
        return new Verb(command, async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            SchemaStatus status = await open.Manager.GetStatusAsync(cancellationToken);
            run.Output.Show(status, StatusDocument.Of);
            return !run.Parse.GetValue(check) ? ExitCode.Done
                : status.MigrationsNeeded ? run.Failed(ErrorCodes.MigrationsPending, status.Message)
                : !status.Compatible ? run.Failed(ErrorCodes.SchemaTooNew, status.Message)
                : ExitCode.Done;
        });
    }
}
