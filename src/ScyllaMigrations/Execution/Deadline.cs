using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Execution;

/// <summary>The time allowed for a run, joined with the caller's cancellation.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly IClock _clock;
    private readonly TimeSpan _end;

    public Deadline(IClock clock, TimeSpan timeout, CancellationToken caller)
    {
        _clock = clock;
        _caller = caller;
        Timeout = timeout;
        _end = clock.Monotonic + timeout;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _ = ExpireAsync();
    }

    public TimeSpan Timeout { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>The caller's cancellation alone, for waits that are bounded by <see cref="Remaining"/> and say more when they end by themselves.</summary>
    public CancellationToken Caller => _caller;

    /// <summary>True when the time ran out, as opposed to the caller cancelling.</summary>
    public bool Expired => !_caller.IsCancellationRequested && _clock.Monotonic >= _end;

    public TimeSpan Remaining => _end - _clock.Monotonic is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Ends a run whose time is over, or that was cancelled.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public void ThrowIfOver()
    {
        _caller.ThrowIfCancellationRequested();
        if (Expired)
        {
            throw new OperationCanceledException("The time allowed ran out.");
        }
    }

    /// <summary>The error that a cancelled operation means.</summary>
    /// <param name="exception">The cancellation.</param>
    /// <param name="done">What was finished and how to go on; for people.</param>
    public MigrationException ToError(OperationCanceledException exception, string done) => Expired
        ? new MigrationException(
            ErrorCodes.TimedOut, $"migration failed: context deadline exceeded\nThe time allowed ({Timeout.TotalSeconds:0.###} s) ran out. {done}", null, exception)
        : new MigrationException(ErrorCodes.Cancelled, $"migration cancelled\n{done}", null, exception);

    public void Dispose()
    {
        // Ends the timer as well; a token that was handed out stays usable.
        _source.Cancel();
        _source.Dispose();
    }

    private async Task ExpireAsync()
    {
        CancellationToken token = _source.Token;
        try
        {
            await _clock.DelayAsync(Timeout, token).ConfigureAwait(false);
            _source.Cancel();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The run ended before its time was up.
        }
    }
}
