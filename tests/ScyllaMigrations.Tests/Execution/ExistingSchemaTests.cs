using System;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class ExistingSchemaTests
{
    private static readonly MigrationCatalog Catalog = Runs.Catalog(
        ("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);"), ("1.1.0", "CREATE TABLE owners (id int PRIMARY KEY);"));

    [Fact]
    public async Task Versions_of_an_older_program_are_taken_over_and_the_rest_is_applied()
    {
        FaultyCluster cluster = await MigratedByAnOlderProgramAsync("CREATE TABLE shop.pins (cid text PRIMARY KEY)");
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        SchemaStatus before = await manager.GetStatusAsync();
        MigrationResult result = await manager.MigrateAsync(new MigrateRequest());

        Assert.Equal(("1.0.0", 1), (before.CurrentVersion, before.PendingCount));
        Assert.Equal(("1.0.0", "1.1.0"), (result.FromVersion, result.ToVersion));
        Assert.Equal([("1.0.0", "Adopted"), ("1.1.0", "Applied")], (await manager.GetHistoryAsync()).Select(record => (record.Version, record.Action)));
        Assert.All(await manager.GetHistoryAsync(), record => Assert.True(record.ChainIntact));
        Assert.True((await manager.ValidateAsync()).Valid);
    }

    [Fact]
    public async Task Versions_taken_over_are_held_against_the_live_schema()
    {
        FaultyCluster cluster = await MigratedByAnOlderProgramAsync("CREATE TABLE shop.pins (cid text PRIMARY KEY, extra int)");
        ValidationResult validation = await Runs.Manager(cluster, Catalog).ValidateAsync();

        Assert.False(validation.Valid);
        Assert.Equal("schema validation failed: unexpected column pins.extra", validation.Message);
    }

    [Fact]
    public async Task Tables_without_any_history_are_never_taken_for_a_fresh_start()
    {
        FaultyCluster cluster = Runs.Cluster();
        await cluster.QueryAsync(Runs.CreateKeyspace.TrimEnd('\n', ';'));
        await cluster.QueryAsync("CREATE TABLE shop.orders (id int PRIMARY KEY)");
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => Runs.Manager(cluster, Catalog).MigrateAsync(new MigrateRequest()));

        Assert.Equal(ErrorCodes.BaselineNeeded, error.Code);
        Assert.Contains("orders", error.Message);
        Assert.Contains("adopt --version", error.Message);
        Assert.Equal(2, cluster.Migrated().Count);
    }

    [Fact]
    public async Task A_version_that_history_does_not_know_is_an_error_that_shows_it()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        await manager.MigrateAsync(new MigrateRequest());
        await cluster.QueryAsync("INSERT INTO shop.schema_version (version, comment) VALUES ('9.0.0', 'by hand')");
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => manager.GetStatusAsync());

        Assert.Equal(ErrorCodes.HistoryInvalid, error.Code);
        Assert.Contains("9.0.0 (by hand, no time)", error.Message);
    }

    [Fact]
    public async Task A_projection_that_lost_a_row_is_made_to_follow_history()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        await manager.MigrateAsync(new MigrateRequest());
        await cluster.QueryAsync("DELETE FROM shop.schema_version WHERE version = '1.0.0'");
        await manager.MigrateAsync(new MigrateRequest());

        Assert.Equal(2, (await cluster.QueryAsync("SELECT version FROM shop.schema_version")).Count);
    }

    [Fact]
    public async Task A_row_hidden_by_a_clock_that_ran_ahead_is_written_again_with_a_later_timestamp()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        await manager.MigrateAsync(new MigrateRequest());
        long ahead = (DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds() * 1000) + 1;
        await cluster.Session.ExecuteAsync(new ScyllaMigrations.Clusters.CqlRequest("DELETE FROM shop.schema_version WHERE version = '1.0.0'") { TimestampMicros = ahead }, default);
        MigrationResult result = await manager.MigrateAsync(new MigrateRequest());

        Assert.Empty(result.Warnings);
        Assert.Equal(2, (await cluster.QueryAsync("SELECT version FROM shop.schema_version")).Count);
    }

    [Theory]
    [InlineData("2.0.0", null, "schema version 2.0.0 is newer than supported version 1.1.0")]
    [InlineData("0.9.0", "1.0.0", "schema version 0.9.0 is older than minimum supported version 1.0.0")]
    public async Task Versions_that_do_not_fit_are_told_in_the_words_that_programs_look_for(string found, string? minimum, string message)
    {
        FaultyCluster cluster = Runs.Cluster();
        await Runs.Manager(cluster, Runs.Catalog((found, Runs.CreateKeyspace))).MigrateAsync(new MigrateRequest());
        MigrationManagerOptions options = new() { MinimumVersion = minimum is null ? null : MigrationVersion.Parse(minimum) };
        SchemaStatus status = await Runs.Manager(cluster, Runs.Catalog(("0.9.0", Runs.CreateKeyspace), ("1.1.0", "CREATE TABLE t (id int PRIMARY KEY);")), options).GetStatusAsync();

        Assert.False(status.Compatible);
        Assert.Equal(message, status.Message.Split('\n')[0]);
    }

    [Fact]
    public async Task An_empty_keyspace_is_not_too_old_but_pending()
    {
        MigrationManagerOptions options = new() { MinimumVersion = MigrationVersion.Parse("1.0.0") };
        SchemaStatus status = await Runs.Manager(Runs.Cluster(), Catalog, options).GetStatusAsync();

        Assert.True(status.Compatible);
        Assert.True(status.MigrationsNeeded);
        Assert.StartsWith("no version is applied; 2 migrations are pending", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_entry_that_was_changed_breaks_the_chain()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        await manager.MigrateAsync(new MigrateRequest());
        await cluster.QueryAsync("UPDATE shop.migration_history SET actor = 'eve' WHERE scope = 'shop' AND entry = 3 AND step = 0");

        Assert.Equal([true, false], (await manager.GetHistoryAsync()).Select(record => record.ChainIntact));
        Assert.False((await manager.CheckHealthAsync()).Healthy);
        Assert.Equal("migration-cli history", (await manager.GetRecommendationsAsync())[0].Command);
    }

    private static async Task<FaultyCluster> MigratedByAnOlderProgramAsync(params string[] tables)
    {
        FaultyCluster cluster = Runs.Cluster();
        await cluster.QueryAsync(Runs.CreateKeyspace.TrimEnd('\n', ';'));
        await cluster.QueryAsync("CREATE TABLE shop.schema_version (version text PRIMARY KEY, applied_at timestamp, comment text)");
        await cluster.QueryAsync("INSERT INTO shop.schema_version (version, applied_at, comment) VALUES ('1.0.0', '2025-01-01', 'initial')");
        foreach (string table in tables)
        {
            await cluster.QueryAsync(table);
        }

        return cluster;
    }
}
