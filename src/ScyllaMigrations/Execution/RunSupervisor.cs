using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Backup;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>A run from the outside: its time, its checks afterwards, its result or error, and what the observer hears of both.</summary>
internal sealed class RunSupervisor
{
    private readonly ICluster _cluster;
    private readonly MigrationCatalog _catalog;
    private readonly MigrationManagerOptions _options;
    private readonly RunGoal _goal;
    private readonly RunLog _log;

    public RunSupervisor(ICluster cluster, MigrationCatalog catalog, MigrationManagerOptions options, RunGoal goal, IProgress<MigrationEvent>? progress)
    {
        _cluster = cluster;
        _catalog = catalog;
        _options = options;
        _goal = goal;
        _log = new RunLog(options.Clock, progress);
    }

    public async Task<MigrationResult> RunAsync(CancellationToken cancellationToken)
    {
        using Deadline deadline = new(_options.Clock, _goal.Timeout ?? _options.Timeout, cancellationToken);
        try
        {
            ClusterAccess access = new(_cluster, _options);
            PlanSource plans = new(access, _catalog);
            _log.Tell(new MigrationEvent.RunStarted(_cluster.Name, plans.Keyspace, _goal.Direction, _goal.Target?.ToString()) { At = _log.Now });
            BackupWriter backup = new(access, plans);
            MigrationRunner runner = new(access, plans, _goal, _log, (file, situation, token) => backup.WriteAsync(file, situation, token));
            RunOutcome outcome = await runner.RunAsync(deadline).ConfigureAwait(false);
            await CheckAsync(access, plans, outcome, deadline.Token).ConfigureAwait(false);
            MigrationResult result = Result(plans, outcome);
            _log.Tell(new MigrationEvent.RunFinished(result) { At = _log.Now });
            return result;
        }
        catch (OperationCanceledException exception)
        {
            throw Told(deadline.ToError(exception, _log.Summary()));
        }
        catch (MigrationException exception)
        {
            Told(exception);
            throw;
        }
    }

    private MigrationException Told(MigrationException exception)
    {
        _log.Tell(new MigrationEvent.RunFailed(exception.Code, exception.Message) { At = _log.Now });
        return exception;
    }

    private async Task CheckAsync(ClusterAccess access, PlanSource plans, RunOutcome outcome, CancellationToken cancellationToken)
    {
        if (_goal.Direction == PlanDirection.Down || _log.Migrations.Count == 0)
        {
            return;
        }

        IEnumerable<Migration> applied = _log.Migrations.Select(migration => plans.Catalog.Find(migration.Version)).OfType<Migration>();
        IReadOnlyList<CheckOutcome> checks = await new CheckRunner(access, plans).RunAsync(applied, outcome.Live, cancellationToken).ConfigureAwait(false);
        List<CheckOutcome> failed = [.. checks.Where(check => !check.Passed)];
        if (failed.Count > 0)
        {
            throw new MigrationException(
                ErrorCodes.CheckFailed,
                $"the migrations were applied, but {failed.Count} of {checks.Count} checks failed\n"
                    + string.Join("\n", failed.Select(check => $"{check.Source} ({check.Version}): {check.Message}")),
                [.. failed.Select(check => new Finding("CheckFailed", FindingSeverity.Error, $"{check.Source}: {check.Message}"))])
            {
                Subject = failed[0].Version,
            };
        }
    }

    private MigrationResult Result(PlanSource plans, RunOutcome outcome)
    {
        string? from = outcome.Before.History.Current?.ToString();
        string? to = outcome.History.Current?.ToString();
        int count = _log.Migrations.Count;
        return new MigrationResult
        {
            Cluster = _cluster.Name,
            Path = plans.Catalog.Path,
            Keyspace = plans.Keyspace,
            Direction = _goal.Direction.ToString(),
            FromVersion = from,
            ToVersion = to,
            Migrations = _log.Migrations,
            MigrationCount = count,
            StatementCount = _log.StatementCount,
            Resumed = _log.Resumed,
            PlanHash = _log.PlanHash,
            BackupFile = _log.BackupFile,
            Warnings = _log.Warnings,
            Message = count == 0
                ? $"nothing to do: {plans.Keyspace} is at {to ?? "no version"}"
                : $"{(_goal.Direction == PlanDirection.Up ? "applied" : "took back")} {count} migration(s): {plans.Keyspace} is at {to ?? "no version"}",
            StartedAt = _log.StartedAt.UtcDateTime,
            FinishedAt = _log.Now.UtcDateTime,
            DurationSeconds = _log.Elapsed.TotalSeconds,
        };
    }
}
