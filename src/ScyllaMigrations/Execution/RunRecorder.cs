using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Writes proven migrations into history: those of a barrier, and with the last of them the end of the run, in one conditional batch.</summary>
internal sealed class RunRecorder
{
    private readonly Lease _lease;
    private readonly HistoryChain _chain;
    private readonly RunLog _log;
    private readonly PreparedRun _run;
    private readonly HashSet<string> _recorded;

    public RunRecorder(Lease lease, HistoryChain chain, RunLog log, PreparedRun run)
    {
        _lease = lease;
        _chain = chain;
        _log = log;
        _run = run;
        _recorded = new HashSet<string>(run.Recorded, StringComparer.Ordinal);
    }

    /// <summary>Records what is complete after some steps.</summary>
    /// <param name="done">How many steps are proven.</param>
    /// <param name="final">Whether the run ends with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RecordAsync(int done, bool final, CancellationToken cancellationToken)
    {
        List<Migration> complete = [.. Complete(done, final).Where(migration => !_recorded.Contains(migration.Label))];
        if (complete.Count == 0 && !final)
        {
            return;
        }

        HistoryAction action = _run.Plan.Direction == PlanDirection.Up ? HistoryAction.Applied : HistoryAction.Undone;
        List<HistoryRow> rows = [.. complete.Select(migration => HistoryRows.Of(
            _chain.Add(migration, action, _log.DurationOf(migration.Label), _run.Plan.Hash, _run.Journal.Run)))];
        if (final)
        {
            rows.Add(HistoryRows.StateOf(_run.Journal.Run, RunState.Done));
        }

        await _lease.WriteAsync(rows, _chain.Head, cancellationToken).ConfigureAwait(false);
        foreach (Migration migration in complete)
        {
            _recorded.Add(migration.Label);
            _log.Completed(migration, _run.Plan.Direction);
        }
    }

    /// <summary>Ends a run of which nothing but whole, recorded migrations took effect: there is nothing to go on with.</summary>
    public async Task CloseIfWholeAsync(int done, CancellationToken cancellationToken)
    {
        HashSet<string> begun = new(_run.Steps.Take(done).Where(step => !step.Sent).Select(step => step.Plan.Migration), StringComparer.Ordinal);
        if (begun.All(_recorded.Contains))
        {
            await _lease.WriteAsync([HistoryRows.StateOf(_run.Journal.Run, RunState.Replaced)], null, cancellationToken).ConfigureAwait(false);
        }
    }

    // A migration without any step to send is complete as soon as all before it are.
    private IEnumerable<Migration> Complete(int done, bool final)
    {
        HashSet<string> finished = new(_run.Steps.Take(done).SelectMany(step => step.Plan.Completes), StringComparer.Ordinal);
        HashSet<string> withSteps = new(_run.Steps.SelectMany(step => step.Plan.Completes), StringComparer.Ordinal);
        return _run.Plan.Migrations.TakeWhile(migration => final || finished.Contains(migration.Label) || !withSteps.Contains(migration.Label));
    }
}
