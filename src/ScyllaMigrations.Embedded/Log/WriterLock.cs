using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>The right to write a log file: one process at a time. The operating system ends it with the process, so a crash never blocks.</summary>
internal sealed class WriterLock
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);
    private readonly ILogDirectory _directory;
    private readonly string _name;
    private readonly string _path;
    private readonly IClock _clock;

    public WriterLock(ILogDirectory directory, string name, string path, IClock clock)
    {
        _directory = directory;
        _name = name + ".lock";
        _path = path;
        _clock = clock;
    }

    /// <summary>Takes it.</summary>
    /// <exception cref="MigrationException">LeaseHeld: another process still holds it after that time. ConnectionFailed: the lock file cannot be made.</exception>
    public async Task<IDisposable> EnterAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        TimeSpan start = _clock.Monotonic;
        TimeSpan pause = FirstPause;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryEnter() is { } held)
            {
                return held;
            }

            TimeSpan waited = _clock.Monotonic - start;
            if (waited >= wait)
            {
                throw LogErrors.Held(_path, _directory.ReadLockHolder(_name).Trim(), waited);
            }

            TimeSpan left = wait - waited;
            await _clock.DelayAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
        }
    }

    private IDisposable? TryEnter()
    {
        try
        {
            return _directory.TryLock(_name, DescribeThisProcess());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotOpen(_path + ".lock", error);
        }
    }

    private static string DescribeThisProcess()
    {
        using Process process = Process.GetCurrentProcess();
        return $"process {process.Id.ToString(CultureInfo.InvariantCulture)} on {Environment.MachineName}";
    }
}
