using System;
using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Clusters;

/// <summary>Time as an argument: wall clock, monotonic clock and waiting.</summary>
public interface IClock
{
    /// <summary>The wall clock, UTC.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Time since some fixed moment, never going back, not affected by changes of the wall clock.</summary>
    TimeSpan Monotonic { get; }

    /// <summary>Waits.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken);
}
