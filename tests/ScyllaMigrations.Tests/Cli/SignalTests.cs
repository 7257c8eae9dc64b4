using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>What a process does that is told to stop while it waits for another writer.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly EmbeddedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_run_that_is_told_to_stop_ends_with_130_and_says_so(string signal)
    {
        // Windows knows no signals between processes; Ctrl+C reaches the same handler there.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await _project.RunAsync("migrate", "--to", "1.0.0", "--quiet");
        await using EmbeddedCluster other = await EmbeddedCluster.OpenAsync(_project.File, null, CancellationToken.None);
        await using IAsyncDisposable writer = await other.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None);
        using Process process = ProcessTests.Start(null, "migrate", "--verbose", "-o", "json", "--path", _project.Folder, "--embedded", _project.File);
        string first = await process.StandardError.ReadLineAsync() ?? string.Empty;
        Assert.Contains("migrating pins on ", first, StringComparison.Ordinal);
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("error Cancelled: ", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("\"exitCode\": 130", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
