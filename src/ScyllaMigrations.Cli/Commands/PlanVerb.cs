using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>plan</c>: what migrate would do.</summary>
internal static class PlanVerb
{
    public static Verb Create()
    {
        Option<string> target = RunOptions.Target("Version to reach (default: the newest).");
        Option<bool> cql = new("--cql") { Description = "Write the statements as a script instead of a table." };
        return new Verb(new Command("plan", "What migrate would do: statements, risk, losses, and the hash to approve.") { target, cql }, async (run, cancellationToken) =>
        {
            MigrationVersion? version = RunOptions.Version(run.Parse.GetValue(target), "--to", "plan");
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            PlanReport plan = open.Describe(await open.Manager.PlanAsync(version, cancellationToken));
            if (run.Parse.GetValue(cql))
            {
                run.Output.Script(plan, PlanDocument.Script(plan));
            }
            else
            {
                run.Output.Show(plan, PlanDocument.Of);
            }

            return ExitCode.Done;
        });
    }
}
