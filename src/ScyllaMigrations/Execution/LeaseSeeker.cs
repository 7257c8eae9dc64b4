using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Execution;

/// <summary>Takes the lease: at once when it is free, after it stood still for the lease time when its holder died, else waits.</summary>
internal sealed class LeaseSeeker
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);

    private readonly HistoryTable _table;
    private readonly LeaseRequest _request;
    private readonly Action<MigrationEvent> _tell;

    public LeaseSeeker(HistoryTable table, LeaseRequest request, Action<MigrationEvent> tell)
    {
        _table = table;
        _request = request;
        _tell = tell;
    }

    /// <summary>Waits for the lease and takes it.</summary>
    /// <exception cref="MigrationException">LeaseHeld: the deadline passed while another runner held it.</exception>
    public async Task<Lease> TakeAsync(Deadline deadline)
    {
        LeaseState? observed = null;
        TimeSpan stillSince = TimeSpan.Zero;
        TimeSpan? told = null;
        try
        {
            while (true)
            {
                LeaseState state = await _table.ReadLeaseAsync(deadline.Token).ConfigureAwait(false);
                TimeSpan now = _request.Clock.Monotonic;
                if (observed is null || !state.StandsStillSince(observed))
                {
                    observed = state;
                    stillSince = now;
                }

                bool free = state.Owner is null || _request.Exclusive;
                if (free || now - stillSince >= _request.LeaseTime)
                {
                    if (await TryTakeAsync(state, deadline.Token).ConfigureAwait(false) is { } lease)
                    {
                        _tell(new MigrationEvent.LeaseTaken(lease.Fence, state.Owner is null ? null : Holder(state)) { At = _request.Clock.UtcNow });
                        return lease;
                    }

                    continue;
                }

                if (told is null || now - told >= TellEvery)
                {
                    told = now;
                    _tell(new MigrationEvent.LeaseWaiting(Holder(state), now - stillSince, _request.LeaseTime) { At = _request.Clock.UtcNow });
                }

                TimeSpan left = _request.LeaseTime - (now - stillSince);
                await _request.Clock.DelayAsync(left < Pause ? left : Pause, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (deadline.Expired && observed?.Owner is not null)
        {
            throw new MigrationException(
                ErrorCodes.LeaseHeld,
                $"the lease on keyspace {_table.Tables.Keyspace} is held by {Holder(observed)}\n"
                    + $"Waited {deadline.Timeout.TotalSeconds:0.###} s; nothing was sent. A holder that died is taken over after {_request.LeaseTime.TotalSeconds:0.###} s without a sign of life.",
                null,
                exception)
            {
                Subject = _table.Tables.Keyspace,
            };
        }
    }

    private async Task<Lease?> TryTakeAsync(LeaseState observed, CancellationToken cancellationToken)
    {
        LeaseState wanted = new(_request.Ids.NewId(), _request.OwnerInfo, (observed.Fence ?? 0) + 1, (observed.Beat ?? 0) + 1, observed.HeadHash);
        TimeSpan monotonic = _request.Clock.Monotonic;
        DateTimeOffset wall = _request.Clock.UtcNow;
        bool taken = await ConditionalWrite.SettleAsync(
            token => _table.TryTakeAsync(observed, wanted, token), wanted.StandsStillSince, _table, _request, cancellationToken).ConfigureAwait(false);
        return taken ? new Lease(_table, _request, wanted, monotonic, wall) : null;
    }

    private static string Holder(LeaseState state) => state.OwnerInfo ?? state.Owner?.ToString() ?? "nobody";
}
