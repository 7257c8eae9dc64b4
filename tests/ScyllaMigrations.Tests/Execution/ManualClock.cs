using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Tests.Execution;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualClock : IClock
{
    private readonly Lock _lock = new();
    private readonly List<(TimeSpan Due, TaskCompletionSource Timer)> _timers = [];
    private TimeSpan _monotonic = TimeSpan.FromHours(1);

    /// <summary>Time that passes by itself with every wait: then no wait is a wait.</summary>
    public bool SkipsWaits { get; set; }

    public DateTimeOffset UtcNow { get; set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public TimeSpan Monotonic
    {
        get
        {
            lock (_lock)
            {
                return _monotonic;
            }
        }
    }

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        // A run's own deadline is a wait as well, and must not pass by itself.
        if (SkipsWaits && duration < TimeSpan.FromMinutes(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Advance(duration);
            return Task.CompletedTask;
        }

        TaskCompletionSource timer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => timer.TrySetCanceled(cancellationToken));
        lock (_lock)
        {
            _timers.Add((_monotonic + duration, timer));
        }

        return timer.Task;
    }

    /// <summary>Moves both clocks, and ends the waits that are due.</summary>
    public void Advance(TimeSpan duration)
    {
        List<TaskCompletionSource> due;
        lock (_lock)
        {
            _monotonic += duration;
            UtcNow += duration;
            due = [.. _timers.Where(timer => timer.Due <= _monotonic).Select(timer => timer.Timer)];
            _timers.RemoveAll(timer => timer.Due <= _monotonic);
        }

        due.ForEach(timer => timer.TrySetResult());
    }
}
