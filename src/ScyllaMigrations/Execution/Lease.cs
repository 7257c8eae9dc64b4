using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Execution;

/// <summary>A lease that is held: the only door through which the history table is written.</summary>
/// <remarks>
/// Every write carries <c>IF owner = ? AND fence = ?</c>, so a runner that lost its lease writes nothing more. Statements that cannot be fenced are sent
/// only within half the lease time after the last confirmed beat was sent, by the larger of monotonic and wall clock.
/// </remarks>
internal sealed class Lease : IDisposable
{
    private readonly HistoryTable _table;
    private readonly LeaseRequest _request;
    private readonly Guid _owner;
    private readonly long _fence;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private long _beat;
    private TimeSpan _sentMonotonic;
    private DateTimeOffset _sentWall;
    private volatile bool _lost;
    private bool _abandoned;

    internal Lease(HistoryTable table, LeaseRequest request, LeaseState taken, TimeSpan sentMonotonic, DateTimeOffset sentWall)
    {
        _table = table;
        _request = request;
        _owner = taken.Owner!.Value;
        _fence = taken.Fence!.Value;
        _beat = taken.Beat!.Value;
        _sentMonotonic = sentMonotonic;
        _sentWall = sentWall;
        if (!request.Exclusive)
        {
            _ = BeatInBackgroundAsync();
        }
    }

    public long Fence => _fence;

    /// <summary>Makes sure that a statement may be sent now; beats first where the last beat is too old.</summary>
    /// <exception cref="MigrationException">LeaseLost.</exception>
    public async Task EnsureHeldAsync(CancellationToken cancellationToken)
    {
        if (_lost)
        {
            throw Lost(null);
        }

        if (!_request.Exclusive && Age() > Half)
        {
            await WriteAsync([], null, cancellationToken).ConfigureAwait(false);
            if (Age() > Half)
            {
                throw Lost($"the beat took longer than half the lease time ({Half.TotalSeconds:0.#} s)");
            }
        }
    }

    /// <summary>Writes rows into history, in as few conditional batches as their size allows.</summary>
    /// <param name="rows">The rows; none for a mere beat.</param>
    /// <param name="headHash">The new head of the chain, set by the last batch; null to leave it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">LeaseLost: another runner took over; nothing of the refused batch was written.</exception>
    public async Task WriteAsync(IReadOnlyList<HistoryRow> rows, string? headHash, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<HistoryRow>> parts = HistoryTable.Split(rows);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (int i = 0; i < parts.Count; i++)
            {
                await WritePartAsync(parts[i], i == parts.Count - 1 ? headHash : null, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Leaves the lease to stand still: something that was sent may still take effect.</summary>
    public void Abandon()
    {
        _abandoned = true;
        _stop.Cancel();
    }

    /// <summary>Gives the lease back, unless it was abandoned or lost. Failing to is no error: it will be taken over when it stood still.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        _stop.Cancel();
        if (_abandoned || _lost)
        {
            return;
        }

        try
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await _table.TryReleaseAsync(_owner, _fence, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (Exception exception) when (exception is MigrationException or OperationCanceledException)
        {
            // The lease time frees it; the run's own outcome is what the caller has to hear.
        }
    }

    public void Dispose() => _stop.Cancel();

    private TimeSpan Half => TimeSpan.FromTicks(_request.LeaseTime.Ticks / 2);

    private TimeSpan Age()
    {
        TimeSpan monotonic = _request.Clock.Monotonic - _sentMonotonic;
        TimeSpan wall = _request.Clock.UtcNow - _sentWall;
        return monotonic > wall ? monotonic : wall;
    }

    private async Task WritePartAsync(IReadOnlyList<HistoryRow> rows, string? headHash, CancellationToken cancellationToken)
    {
        if (_lost)
        {
            throw Lost(null);
        }

        while (true)
        {
            long beat = _beat + 1;
            TimeSpan monotonic = _request.Clock.Monotonic;
            DateTimeOffset wall = _request.Clock.UtcNow;
            bool applied = await ConditionalWrite.SettleAsync(
                token => rows.Count == 0 && headHash is null
                    ? _table.TryBeatAsync(_owner, _fence, beat, token)
                    : _table.TryWriteAsync(_owner, _fence, beat, headHash, rows, token),
                state => IsOurs(state) && state.Beat == beat,
                _table,
                _request,
                cancellationToken).ConfigureAwait(false);
            if (applied)
            {
                _beat = beat;
                _sentMonotonic = monotonic;
                _sentWall = wall;
                return;
            }

            // Refused although ours: a write that a cancelled call left behind raised the beat.
            LeaseState found = await _table.ReadLeaseAsync(cancellationToken).ConfigureAwait(false);
            if (!IsOurs(found))
            {
                _lost = true;
                throw Lost(null);
            }

            _beat = found.Beat!.Value;
        }
    }

    private bool IsOurs(LeaseState state) => state.Owner == _owner && state.Fence == _fence;

    private async Task BeatInBackgroundAsync()
    {
        TimeSpan pause = TimeSpan.FromTicks(_request.LeaseTime.Ticks / 5);
        CancellationToken token = _stop.Token;
        while (!token.IsCancellationRequested && !_lost)
        {
            try
            {
                await _request.Clock.DelayAsync(pause, token).ConfigureAwait(false);
                if (Age() >= pause)
                {
                    await WriteAsync([], null, token).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is MigrationException or OperationCanceledException)
            {
                // A lost lease is remembered; any other failure is tried again, and sending stops by itself when no beat is confirmed.
            }
        }
    }

    private MigrationException Lost(string? why) => new(
        ErrorCodes.LeaseLost,
        $"the lease on keyspace {_table.Tables.Keyspace} was lost{(why is null ? ": another runner took it over" : ": " + why)}. "
            + "Nothing more was sent; at most the one statement already on its way took effect.")
    {
        Subject = _table.Tables.Keyspace,
    };
}
