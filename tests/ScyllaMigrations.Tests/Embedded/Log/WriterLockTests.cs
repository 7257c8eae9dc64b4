using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Embedded.Log;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded.Log;

public sealed class WriterLockTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public async Task A_second_writer_is_told_who_holds_the_file()
    {
        WriterLock first = New();
        using IDisposable held = await first.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(
            () => New().EnterAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None));
        Assert.Equal(ErrorCodes.LeaseHeld, error.Code);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.MachineName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_given_back_or_left_over_does_not_block()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "demo.cql.lock"), "process 99999 on nowhere");
        (await New().EnterAsync(TimeSpan.Zero, CancellationToken.None)).Dispose();
        (await New().EnterAsync(TimeSpan.Zero, CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Waiting_ends_when_cancelled()
    {
        using IDisposable held = await New().EnterAsync(TimeSpan.Zero, CancellationToken.None);
        using CancellationTokenSource cancel = new();
        Task waiting = New().EnterAsync(TimeSpan.FromMinutes(1), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private WriterLock New() => new(new DiskDirectory(_folder), "demo.cql", Path.Combine(_folder, "demo.cql"), SystemClock.Instance);
}
