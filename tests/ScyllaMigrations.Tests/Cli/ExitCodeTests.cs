using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>Each cause has its exit code and, where programs look for one, its exact text.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly EmbeddedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Drift_is_exit_4_with_the_exact_text()
    {
        await _project.RunAsync("migrate");
        await _project.ExecuteAsync("DROP TABLE pins.partition_stats");
        CliRun run = await _project.RunAsync("validate");
        Assert.Equal(4, run.ExitCode);
        Assert.StartsWith("error SchemaInvalid: schema validation failed: missing table partition_stats\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("Missing     table partition_stats", run.Output, StringComparison.Ordinal);
        CliRun json = await _project.RunAsync("drift", "-o", "json");
        Assert.Equal(4, json.ExitCode);
        Assert.False(json.Json.GetProperty("valid").GetBoolean());
        Assert.Equal("Missing", json.Json.GetProperty("differences")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_writer_that_holds_the_file_is_exit_5()
    {
        await _project.RunAsync("migrate", "--to", "1.0.0");
        await using EmbeddedCluster other = await EmbeddedCluster.OpenAsync(_project.File, null, CancellationToken.None);
        await using IAsyncDisposable writer = await other.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None);
        CliRun run = await _project.RunAsync("migrate", "--timeout", "500ms");
        Assert.Equal(5, run.ExitCode);
        Assert.StartsWith("error LeaseHeld: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_embedded_cluster_is_exit_6()
    {
        await File.WriteAllTextAsync(_project.File, "this is not a cluster\n");
        CliRun run = await _project.RunAsync("status");
        Assert.Equal(6, run.ExitCode);
        Assert.StartsWith("error EmbeddedFileInvalid: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_the_server_refuses_is_exit_7_with_its_place()
    {
        _project.Write("V1.2.0__odd.cql", "-- @opaque the simulator does not know it\nALTER TABLE pins.nowhere ADD x int;\n");
        CliRun run = await _project.RunAsync("migrate", "--allow-data-loss", "-o", "json");
        Assert.Equal(7, run.ExitCode);
        Assert.Equal("StatementFailed", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("V1.2.0__odd.cql:2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_is_newer_than_the_catalog_is_exit_9_with_the_exact_text()
    {
        _project.Write("V2.0.0__later.cql", "CREATE TABLE pins.later (id int PRIMARY KEY);\n");
        await _project.RunAsync("migrate");
        _project.Delete("V2.0.0__later.cql");
        CliRun run = await _project.RunAsync("migrate");
        Assert.Equal(9, run.ExitCode);
        Assert.StartsWith("error SchemaTooNew: schema version 2.0.0 is newer than supported version 1.1.0\n", run.Error, StringComparison.Ordinal);
        CliRun status = await _project.RunAsync("status", "--check");
        Assert.Equal(9, status.ExitCode);
        Assert.Contains("schema version 2.0.0 is newer than supported version 1.1.0", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_does_not_fit_the_live_schema_is_exit_10_and_nothing_is_sent()
    {
        _project.Write("V1.2.0__bad.cql", "ALTER TABLE pins.pins ADD name text;\n");
        CliRun run = await _project.RunAsync("migrate", "-o", "json");
        Assert.Equal(10, run.ExitCode);
        Assert.False(File.Exists(_project.File));
        Assert.Equal("V1.2.0__bad.cql", run.Json.GetProperty("error").GetProperty("findings")[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task A_changed_file_that_was_applied_is_exit_10()
    {
        await _project.RunAsync("migrate");
        _project.Write("V1.1.0__names.cql", "ALTER TABLE pins.pins ADD names text;\n");
        Assert.Equal(10, (await _project.RunAsync("migrate")).ExitCode);
    }

    [Fact]
    public async Task Time_that_ran_out_is_exit_8_with_the_exact_text()
    {
        CliRun run = await _project.RunAsync("migrate", "--timeout", "1ms", "--quiet");
        Assert.Equal(8, run.ExitCode);
        Assert.StartsWith("error TimedOut: migration failed: context deadline exceeded\n", run.Error, StringComparison.Ordinal);
    }
}
