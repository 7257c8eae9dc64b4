using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Tests.Architecture;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>A process that is killed in the middle of a run, as by <c>kill -9</c>, and the next one.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("killed").FullName;

    private string File => Path.Combine(_folder, "pins.cql");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(15)]
    public async Task The_next_run_finishes_what_a_killed_one_began_and_nothing_is_applied_twice(int records)
    {
        using Process killed = Migrate();
        while (Records() < records && !killed.HasExited)
        {
            await Task.Delay(1);
        }

        killed.Kill();
        await killed.WaitForExitAsync();
        using Process next = Migrate();
        await next.StandardOutput.ReadToEndAsync();
        await next.WaitForExitAsync();

        Assert.Equal(0, next.ExitCode);
        await using EmbeddedCluster cluster = await EmbeddedCluster.OpenAsync(File, null, CancellationToken.None);
        CqlResult history = await cluster.Session.ExecuteAsync(
            new CqlRequest("SELECT version FROM ipfs_pins.migration_history WHERE scope = 'ipfs_pins' AND kind = 'version' ALLOW FILTERING"), CancellationToken.None);
        Assert.Equal(["1.0.0", "1.1.0"], history.Rows.Select(row => row["version"]));
    }

    private Process Migrate() =>
        ProcessTests.Start(null, "migrate", "--quiet", "--path", Path.Combine(SourceTree.Root, "examples", "ipfs-pins"), "--embedded", File);

    private int Records()
    {
        if (!System.IO.File.Exists(File))
        {
            return 0;
        }

        using StreamReader reader = new(new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n').Count(line => line.StartsWith("-- #", StringComparison.Ordinal));
    }
}
