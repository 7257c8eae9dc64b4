using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>
/// One run: read, plan, refuse; create keyspace and own tables; win the lease; read, plan, refuse again; journal, run, prove, record.
/// The only writer to a cluster.
/// </summary>
internal sealed class MigrationRunner
{
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(5);

    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;
    private readonly RunGoal _goal;
    private readonly RunLog _log;
    private readonly Refusals _refusals;
    private readonly SituationReader _reader;
    private readonly Func<string, Situation, CancellationToken, Task> _backup;

    /// <summary>Makes a run.</summary>
    /// <param name="access">The cluster.</param>
    /// <param name="plans">Makes plans.</param>
    /// <param name="goal">What is asked for.</param>
    /// <param name="log">Hears what happens.</param>
    /// <param name="backup">Writes a backup into a file.</param>
    public MigrationRunner(ClusterAccess access, PlanSource plans, RunGoal goal, RunLog log, Func<string, Situation, CancellationToken, Task> backup)
    {
        _access = access;
        _plans = plans;
        _goal = goal;
        _log = log;
        _backup = backup;
        _refusals = new Refusals(access, goal, log.Warn);
        _reader = new SituationReader(access, plans.Keyspace);
    }

    /// <summary>Runs.</summary>
    /// <param name="deadline">The time allowed.</param>
    /// <returns>The situation before, and the live schema and history after.</returns>
    public async Task<RunOutcome> RunAsync(Deadline deadline)
    {
        CancellationToken token = deadline.Token;
        Situation first = await _reader.ReadAsync(adopting: false, token).ConfigureAwait(false);
        MigrationPlan? plan = null;
        if (first.Snapshot.Interrupted is null)
        {
            plan = _plans.Make(_goal, first);
            Refuse(plan, first);
            if (plan.Migrations.Count == 0 && !NeedsBookkeeping(first))
            {
                return new RunOutcome(first, first.Live, first.History);
            }

            _log.Tell(new MigrationEvent.PlanMade(plan) { At = _log.Now });
        }

        IAsyncDisposable writer = await _access.Cluster.EnterWriterAsync(deadline.Remaining, deadline.Caller).ConfigureAwait(false);
        try
        {
            if (_goal.BackupTo is { } file)
            {
                await _backup(file, first, token).ConfigureAwait(false);
                _log.BackupFile = file;
                _log.Tell(new MigrationEvent.BackupWritten(file) { At = _log.Now });
            }

            await new KeyspaceSetup(_access).PrepareAsync(first, plan, token).ConfigureAwait(false);
            LeaseRequest request = new(
                Who(), _access.Options.LeaseTime, _access.Capabilities.HasWriterLock, _access.Clock, _access.Options.Ids, SettleTime);
            HistoryTable table = new(_access.Session, first.Tables, Clusters.ConsistencyLevel.Serial);
            Lease lease = await new LeaseSeeker(table, request, _log.Tell).TakeAsync(deadline).ConfigureAwait(false);
            StatementSender sender = new(_access, lease);
            try
            {
                return await RunUnderLeaseAsync(first, lease, sender, deadline).ConfigureAwait(false);
            }
            finally
            {
                await LetGoAsync(lease, sender).ConfigureAwait(false);
            }
        }
        finally
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<RunOutcome> RunUnderLeaseAsync(Situation first, Lease lease, StatementSender sender, Deadline deadline)
    {
        CancellationToken token = deadline.Token;
        RunScript script = new(_access.Context(_plans.Keyspace), _access.PinIds, _access.Options.Ids);
        Situation now = await _reader.ReadAsync(adopting: false, token, first).ConfigureAwait(false);
        if (now.ToAdopt.Count > 0)
        {
            now = await AdoptAsync(now, lease, token).ConfigureAwait(false);
        }

        await new CoordinatorClock(_access, _plans.Keyspace).CheckAsync(_refusals, now.Live, token).ConfigureAwait(false);
        HistoryChain chain = new(_access.Options, now.Snapshot);
        bool resumed = now.Snapshot.Interrupted is not null;
        if (resumed)
        {
            PreparedRun rest = await new Resumption(_access, _plans, script, _goal, _log).PrepareAsync(now, _refusals, lease, chain, token).ConfigureAwait(false);
            await ExecuteAsync(rest, now.Live, script, sender, lease, chain, deadline).ConfigureAwait(false);
            now = await _reader.ReadAsync(adopting: false, token).ConfigureAwait(false);
            chain = new HistoryChain(_access.Options, now.Snapshot);
        }

        MigrationPlan plan = _plans.Make(_goal, now);
        if (plan.Migrations.Count > 0 || !resumed)
        {
            Refuse(plan, now);
        }

        if (plan.Migrations.Count > 0)
        {
            PreparedRun run = await BeginAsync(plan, now, script, lease, chain, token).ConfigureAwait(false);
            ClusterSchema live = await ExecuteAsync(run, now.Live, script, sender, lease, chain, deadline).ConfigureAwait(false);

            // What the last barrier read and the chain wrote is what is there; asking once more would tell nothing new.
            now = now with { Live = live, History = new MigrationHistory(ValueList.From(now.History.Entries.Concat(chain.Added))) };
        }

        string? hidden = await new Projection(_access.Session, now.Tables, _access.Clock).FollowAsync(now.History, token).ConfigureAwait(false);
        if (hidden is not null)
        {
            _log.Warn(hidden);
        }

        return new RunOutcome(first, now.Live, now.History);
    }

    private async Task<PreparedRun> BeginAsync(MigrationPlan plan, Situation now, RunScript script, Lease lease, HistoryChain chain, CancellationToken token)
    {
        PlanStep? creation = KeyspaceSetup.CreationStep(plan, now.Keyspace);
        IReadOnlyList<RunStep> steps = script.Make(plan, plan.SchemaBefore, new Dictionary<int, Guid>(), creation?.Number ?? 0);
        RunEntry entry = new()
        {
            Entry = chain.NextEntry(),
            State = RunState.Writing,
            Direction = plan.Direction,
            Target = plan.To?.ToString(),
            PlanHash = plan.Hash,
            StepCount = steps.Count,
            Coordinator = _access.Coordinator,
            StartedAt = _log.StartedAt,
            Actor = _access.Options.Actor,
            Host = _access.Options.Host,
            ToolVersion = _access.Options.ToolVersion,
            Detail = _goal.Detail,
        };
        Journal journal = await Journal.WriteAsync(lease, entry, [.. steps.Select(step => step.Journal)], [], token).ConfigureAwait(false);
        return new PreparedRun { Plan = plan, Steps = steps, Done = 0, Journal = journal, Recorded = [], Resumed = false };
    }

    private async Task<ClusterSchema> ExecuteAsync(
        PreparedRun run, ClusterSchema live, RunScript script, StatementSender sender, Lease lease, HistoryChain chain, Deadline deadline)
    {
        _log.PlanHash = run.Plan.Hash;
        RunRecorder recorder = new(lease, chain, _log, run);
        return await new StepRunner(_access, script, sender, recorder, _log, run, live).RunAsync(deadline).ConfigureAwait(false);
    }

    private async Task<Situation> AdoptAsync(Situation now, Lease lease, CancellationToken token)
    {
        HistoryChain chain = new(_access.Options, now.Snapshot);
        List<HistoryRow> rows = [.. now.ToAdopt.Select(entry => HistoryRows.Of(chain.Add(entry with
        {
            AppliedBy = _access.Options.Actor,
            Host = _access.Options.Host,
            ToolVersion = _access.Options.ToolVersion,
        })))];
        await lease.WriteAsync(rows, chain.Head, token).ConfigureAwait(false);
        _log.Warn($"taken over as applied from {now.Tables.Projection}: {string.Join(", ", now.ToAdopt.Select(entry => entry.Version))}");
        return await _reader.ReadAsync(adopting: false, token, now).ConfigureAwait(false);
    }

    private void Refuse(MigrationPlan plan, Situation situation)
    {
        if (_goal.Direction == PlanDirection.Up
            && Compatibility.Of(situation.History.Current, _plans.Catalog.Latest, null) is { Fault: { } fault, Message: { } message })
        {
            throw new MigrationException(fault, message) { Subject = situation.Keyspace };
        }

        _refusals.CheckPlan(plan, null);
        _refusals.CheckCluster();
        _refusals.CheckDrift(plan, _plans.Drifted(situation));
    }

    private static bool NeedsBookkeeping(Situation situation) =>
        situation.ToAdopt.Count > 0
        || (situation.Snapshot.LastEntry > 0 && !Projection.Wanted(situation.History).All(wanted => situation.Projected.Any(row => row.Shows(wanted))))
        || (situation.Snapshot.LastEntry > 0 && situation.Projected.Count != Projection.Wanted(situation.History).Count);

    private static async Task LetGoAsync(Lease lease, StatementSender sender)
    {
        using (lease)
        {
            if (sender.InFlight)
            {
                lease.Abandon();
            }

            // The caller waits for this after a cancellation, so the machine's own timer bounds it, whatever clock the run uses.
            using CancellationTokenSource soon = new(TimeSpan.FromSeconds(1));
            await lease.ReleaseAsync(soon.Token).ConfigureAwait(false);
        }
    }

    private string Who()
    {
        string who = string.Join("@", new[] { _access.Options.Actor, _access.Options.Host }.Where(part => !string.IsNullOrEmpty(part)));
        string since = _log.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(who.Length == 0 ? "unknown" : who)} since {since}";
    }
}
