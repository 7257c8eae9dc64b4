using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Clusters;

/// <summary>The machine's own clock.</summary>
public sealed class SystemClock : IClock
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();

    private SystemClock()
    {
    }

    /// <summary>The only instance.</summary>
    public static SystemClock Instance { get; } = new();

    /// <inheritdoc />
#pragma warning disable RS0030 // The one place where the wall clock is read.
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;
#pragma warning restore RS0030

    /// <inheritdoc />
    public TimeSpan Monotonic => _stopwatch.Elapsed;

    /// <inheritdoc />
    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.Delay(duration, cancellationToken);
}
