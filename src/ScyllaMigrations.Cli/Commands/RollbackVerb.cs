using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli.Interaction;
using ScyllaMigrations.Cli.Output;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Planning;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>rollback</c>: takes migrations back.</summary>
internal static class RollbackVerb
{
    public static Verb Create()
    {
        Option<string> target = RunOptions.Target("Version to go back to; none takes everything back.");
        target.Required = true;
        Option<bool> dryRun = RunOptions.DryRun();
        Option<string> planHash = RunOptions.PlanHash();
        Option<bool> allowDataLoss = RunOptions.AllowDataLoss();
        Option<string> backup = RunOptions.Backup();
        Option<string[]> overrides = RunOptions.Overrides();
        Command command = new("rollback", "Take migrations back to a version, newest first.") { target, dryRun, planHash, allowDataLoss, backup, overrides };
        return new Verb(command, async (run, cancellationToken) =>
        {
            string to = run.Parse.GetRequiredValue(target);
            RollbackRequest request = new()
            {
                Target = to == RunOptions.None ? null : RunOptions.Version(to, "--to", "rollback"),
                ApprovedPlanHash = run.Parse.GetValue(planHash),
                AllowDataLoss = run.Parse.GetValue(allowDataLoss),
                Overrides = RunOptions.Pairs(run.Parse.GetValue(overrides), "--override", "rollback"),
            };
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            return await RunAsync(run, open, request, run.Parse.GetValue(backup), run.Parse.GetValue(dryRun), cancellationToken);
        });
    }

    private static async Task<ExitCode> RunAsync(VerbRun run, OpenManager open, RollbackRequest request, string? backup, bool dryRun, CancellationToken cancellationToken)
    {
        if (dryRun || run.Output.ShowsTables || run.CanAsk)
        {
            MigrationPlan plan = await open.Manager.PlanRollbackAsync(request.Target, cancellationToken);
            PlanReport report = open.Describe(plan);
            if (dryRun)
            {
                run.Output.Show(report, PlanDocument.Of);
                return ExitCode.Done;
            }

            if (plan.Steps.Count > 0)
            {
                run.Output.Table(PlanDocument.Of(report));
            }

            if (await Consent.IsGivenAsync(run, report, request.AllowDataLoss, request.ApprovedPlanHash, cancellationToken))
            {
                request = request with { ApprovedPlanHash = plan.Hash };
            }
        }

        request = request with { BackupTo = await open.BackupOfRunAsync(backup, cancellationToken) };
        MigrationResult result;
        using (ProgressWriter progress = run.Progress())
        {
            result = await open.Manager.RollbackAsync(request, progress, cancellationToken);
        }

        run.Output.Show(result, MigrationResultDocument.Of);
        return await RunResult.ShowAsync(run, open, cancellationToken);
    }
}
