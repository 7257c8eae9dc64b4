using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.EndToEnd;

/// <summary>The example's history on a real server, from the command line.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private ICluster _cluster = null!;
    private string _keyspace = string.Empty;

    public async Task InitializeAsync() => _cluster = await Server.ConnectAsync();

    public async Task DisposeAsync()
    {
        await _cluster.RunAsync($"DROP KEYSPACE IF EXISTS {_keyspace}");
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Up_down_and_up_again_leave_a_valid_schema_each_time()
    {
        _keyspace = Tool.Keyspace("updown");
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "migrate"));
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "validate"));
        Tool.AssertExit(11, await Tool.CliAsync(_keyspace, "rollback", "--to", "1.0.0"));
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "rollback", "--to", "1.0.0", "--allow-data-loss"));
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "validate"));
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "migrate"));
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "validate"));
        Assert.Equal(["1.0.0", "1.1.0"], await VersionsAsync());
    }

    [Fact]
    public async Task A_keyspace_that_an_older_program_migrated_is_taken_over()
    {
        _keyspace = Tool.Keyspace("takeover");
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "migrate", "--to", "1.0.0"));

        // What an older program leaves: the tables, and schema_version with its row.
        await _cluster.RunAsync($"DROP TABLE {_keyspace}.migration_history");
        await _cluster.RunAsync($"INSERT INTO {_keyspace}.pins_by_cid (mh_prefix, cid_bin, owner) VALUES (1, 0x01, 'kept')");
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "migrate"));
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "validate"));
        Assert.Equal(["1.0.0", "1.1.0"], await VersionsAsync());
        Assert.Equal("kept", (await _cluster.RunAsync($"SELECT owner FROM {_keyspace}.pins_by_cid")).Rows[0]["owner"]);
    }

    [Fact]
    public async Task A_run_that_was_killed_is_gone_on_with()
    {
        _keyspace = Tool.Keyspace("killed");
        using (Process first = Tool.StartCli(_keyspace, "migrate"))
        {
            // In the middle: some tables are there, the last one is not.
            while ((await TablesAsync()).Length < 4 && !first.HasExited)
            {
                await Task.Delay(20);
            }

            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync();
        }

        (int ExitCode, string Output) second = await Tool.CliAsync(_keyspace, "migrate");
        Tool.AssertExit(0, second);
        Tool.AssertExit(0, await Tool.CliAsync(_keyspace, "validate"));
        Assert.Equal(["1.0.0", "1.1.0"], await VersionsAsync());
    }

    private async Task<string[]> VersionsAsync() =>
        [.. (await _cluster.RunAsync($"SELECT version FROM {_keyspace}.schema_version")).Rows.Select(row => row.Get<string>("version")!).Order(StringComparer.Ordinal)];

    private async Task<string[]> TablesAsync() =>
        [.. (await _cluster.RunAsync("SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", _keyspace)).Rows.Select(row => row.Get<string>("table_name")!)];
}
