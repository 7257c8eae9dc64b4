using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Execution;

/// <summary>Lightweight transactions whose answer may get lost.</summary>
internal static class ConditionalWrite
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Sends a conditional write and says whether it was applied. Where no answer came (timeout, lost connection, code 1700), the partition is read at SERIAL,
    /// which finishes what was begun, until the write shows or can no longer be queued.
    /// </summary>
    /// <param name="send">Sends it.</param>
    /// <param name="shows">Whether a reading shows it applied.</param>
    /// <param name="table">Where to read.</param>
    /// <param name="request">Clock and settle time.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public static async Task<bool> SettleAsync(
        Func<CancellationToken, Task<bool>> send, Func<LeaseState, bool> shows, HistoryTable table, LeaseRequest request, CancellationToken cancellationToken)
    {
        bool doubted = false;
        while (true)
        {
            TimeSpan start = request.Clock.Monotonic;
            try
            {
                if (await send(cancellationToken).ConfigureAwait(false))
                {
                    return true;
                }

                // A refusal after a doubt may be caused by the first sending, which took effect after all.
                return doubted && shows(await ReadUntilSettledAsync(shows, table, request, start, cancellationToken).ConfigureAwait(false));
            }
            catch (AmbiguousRequestException)
            {
                doubted = true;
            }

            if (shows(await ReadUntilSettledAsync(shows, table, request, start, cancellationToken).ConfigureAwait(false)))
            {
                return true;
            }

            // It can no longer come. Sending it once more asks the server itself whether the condition still holds.
        }
    }

    private static async Task<LeaseState> ReadUntilSettledAsync(
        Func<LeaseState, bool> shows, HistoryTable table, LeaseRequest request, TimeSpan start, CancellationToken cancellationToken)
    {
        while (true)
        {
            LeaseState? state = null;
            try
            {
                state = await table.ReadLeaseAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (AmbiguousRequestException)
            {
                // A read without an answer tells nothing; it is asked again.
            }

            if (state is not null && (shows(state) || request.Clock.Monotonic - start >= request.SettleTime))
            {
                return state;
            }

            await request.Clock.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
