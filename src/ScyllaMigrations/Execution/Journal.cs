using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Execution;

/// <summary>The plan as written to the cluster before it runs, and what became of each step that the schema cannot prove.</summary>
internal sealed class Journal
{
    private readonly Lease _lease;
    private readonly int _run;

    private Journal(Lease lease, int run)
    {
        _lease = lease;
        _run = run;
    }

    public int Run => _run;

    /// <summary>Goes on with a journal that is there.</summary>
    public static Journal Continue(Lease lease, int run) => new(lease, run);

    /// <summary>Writes a new journal; it is ready only with its last batch, so one that was cut off is never gone on with.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="run">The run's row.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="also">Rows that belong into the first batch, such as the end of the run that this one replaces.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Journal> WriteAsync(
        Lease lease, RunEntry run, IReadOnlyList<JournalStep> steps, IReadOnlyList<HistoryRow> also, CancellationToken cancellationToken)
    {
        List<HistoryRow> rows = [.. also, .. steps.Select(step => HistoryRows.Of(run.Entry, step))];
        HistoryRow ready = HistoryRows.Of(run with { State = RunState.Ready });
        if (HistoryTable.Split([.. rows, ready]).Count > 1)
        {
            await lease.WriteAsync([HistoryRows.Of(run with { State = RunState.Writing }), .. rows], null, cancellationToken).ConfigureAwait(false);
            rows.Clear();
        }

        await lease.WriteAsync([.. rows, ready], null, cancellationToken).ConfigureAwait(false);
        return new Journal(lease, run.Entry);
    }

    /// <summary>Writes timestamps or outcomes of steps.</summary>
    public Task MarkAsync(IEnumerable<(int Step, long? WriteTime, StepOutcome? Outcome)> marks, CancellationToken cancellationToken) =>
        _lease.WriteAsync([.. marks.Select(mark => HistoryRows.MarkOf(_run, mark.Step, mark.WriteTime, mark.Outcome))], null, cancellationToken);

    /// <summary>Writes rows of steps whose prediction changed.</summary>
    public Task RewriteAsync(IEnumerable<JournalStep> steps, CancellationToken cancellationToken) =>
        _lease.WriteAsync([.. steps.Select(step => HistoryRows.Of(_run, step))], null, cancellationToken);
}
