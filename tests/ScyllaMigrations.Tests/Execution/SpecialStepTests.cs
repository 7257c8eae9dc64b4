using System;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class SpecialStepTests
{
    [Fact]
    public async Task After_an_opaque_statement_the_live_schema_is_the_prediction()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(("1.0.0", Runs.CreateKeyspace
            + "CREATE TABLE pins (cid text PRIMARY KEY);\n-- @opaque only the server knows it\nALTER TABLE shop.pins ADD size int;\nCREATE TABLE later (id int PRIMARY KEY);")));
        await manager.MigrateAsync(new MigrateRequest { AllowDataLoss = true });

        Assert.Equal("1.0.0", (await manager.GetStatusAsync()).CurrentVersion);
        Assert.StartsWith("only the checks were run: An applied migration holds an opaque statement", (await manager.ValidateAsync()).Message);
    }

    [Fact]
    public async Task An_opaque_statement_whose_sending_was_interrupted_stops_the_run()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationCatalog catalog = Runs.Catalog(("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);\n-- @opaque only the server knows it\nALTER TABLE shop.pins ADD size int;"));
        cluster.Plan = (request, _) => request.Cql.StartsWith("ALTER", StringComparison.Ordinal) ? Fault.KillBefore : null;
        await Assert.ThrowsAsync<ProcessKilledException>(() => Runs.Manager(cluster, catalog).MigrateAsync(new MigrateRequest { AllowDataLoss = true }));
        FaultyCluster survivor = new(cluster.Inner);
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => Runs.Manager(survivor, catalog).MigrateAsync(new MigrateRequest()));
        MigrationResult result = await Runs.Manager(survivor, catalog).MigrateAsync(
            new MigrateRequest { Overrides = new System.Collections.Generic.Dictionary<string, string> { ["outcome-not-applied"] = "no such column" } });

        Assert.Equal(ErrorCodes.OutcomeUnknown, error.Code);
        Assert.Equal(1, result.StatementCount);
        Assert.NotEmpty(await survivor.QueryAsync("SELECT column_name FROM system_schema.columns WHERE keyspace_name = 'shop' AND table_name = 'pins' AND column_name = 'size'"));
    }

    [Theory]
    [InlineData("TABLE shop.later", false)]
    [InlineData("TABLE shop.later", true)]
    [InlineData("ADD more", false)]
    [InlineData("ADD more", true)]
    public async Task Killed_after_an_opaque_statement_the_next_run_goes_on(string about, bool afterIt)
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationCatalog catalog = Runs.Catalog(("1.0.0", Runs.CreateKeyspace
            + "CREATE TABLE pins (cid text PRIMARY KEY);\n-- @opaque only the server knows it\nALTER TABLE shop.pins ADD size int;\nCREATE TABLE shop.later (id int PRIMARY KEY);\nALTER TABLE pins ADD more int;"));
        cluster.Plan = (request, _) => request.Cql.Contains(about, StringComparison.Ordinal) ? afterIt ? Fault.KillAfter : Fault.KillBefore : null;
        await Assert.ThrowsAsync<ProcessKilledException>(() => Runs.Manager(cluster, catalog).MigrateAsync(new MigrateRequest { AllowDataLoss = true }));
        FaultyCluster survivor = new(cluster.Inner);
        MigrationResult result = await Runs.Manager(survivor, catalog).MigrateAsync(new MigrateRequest());

        Assert.True(result.Resumed);
        Assert.Equal(5, cluster.Migrated().Count + survivor.Migrated().Count);
        Assert.Equal(3, (await survivor.QueryAsync("SELECT column_name FROM system_schema.columns WHERE keyspace_name = 'shop' AND table_name = 'pins'")).Count);
    }

    [Fact]
    public async Task Migrations_without_statements_are_recorded_in_their_order()
    {
        MigrationManager manager = Runs.Manager(Runs.Cluster(), Runs.Catalog(
            ("1.0.0", Runs.CreateKeyspace), ("1.1.0", "-- @dialect scylla\nCREATE TABLE only_there (id int PRIMARY KEY);"), ("1.2.0", "CREATE TABLE t (id int PRIMARY KEY);")));
        await manager.MigrateAsync(new MigrateRequest());

        Assert.Equal(["1.0.0", "1.1.0", "1.2.0"], (await manager.GetHistoryAsync()).Select(record => record.Version));
    }

    [Fact]
    public async Task A_repeatable_migration_runs_again_only_when_it_changed()
    {
        FaultyCluster cluster = Runs.Cluster();
        Migration first = Runs.Migration("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY, n int);");
        MigrationManager before = Runs.Manager(cluster, Runs.Catalog(first, MigrationBuilder.Repeatable("seed").Up("INSERT INTO pins (cid, n) VALUES ('a', 1);").Build()));
        await before.MigrateAsync(new MigrateRequest());
        MigrationResult nothing = await before.MigrateAsync(new MigrateRequest());
        MigrationResult again = await Runs.Manager(cluster, Runs.Catalog(first, MigrationBuilder.Repeatable("seed").Up("INSERT INTO pins (cid, n) VALUES ('a', 2);").Build())).MigrateAsync(new MigrateRequest());

        Assert.Equal((0, 1), (nothing.MigrationCount, again.MigrationCount));
        Assert.Equal(2, Assert.Single(await cluster.QueryAsync("SELECT n FROM shop.pins"))["n"]);
        Assert.Equal(["1.0.0", "R:seed", "R:seed"], (await before.GetHistoryAsync()).Select(record => record.Version));
        Assert.Single(await cluster.QueryAsync("SELECT version FROM shop.schema_version"));
    }

    [Fact]
    public async Task History_in_a_keyspace_of_its_own_is_found_and_kept_there()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(("1.0.0", Runs.CreateKeyspace + "CREATE TABLE t (id int PRIMARY KEY);")), new MigrationManagerOptions { HistoryKeyspace = "tooling" });
        await manager.MigrateAsync(new MigrateRequest());

        Assert.Equal("1.0.0", (await manager.GetStatusAsync()).CurrentVersion);
        Assert.NotEmpty(await cluster.QueryAsync("SELECT version FROM tooling.migration_history WHERE scope = 'shop'"));
        Assert.Single(await cluster.QueryAsync("SELECT version FROM shop.schema_version"));
    }

    [Fact]
    public async Task Thousands_of_statements_are_journaled_in_few_batches()
    {
        FaultyCluster cluster = Runs.Cluster();
        string inserts = string.Concat(Enumerable.Range(0, 1500).Select(i => $"INSERT INTO t (id) VALUES ({i});\n"));
        await Runs.Manager(cluster, Runs.Catalog(("1.0.0", Runs.CreateKeyspace + "CREATE TABLE t (id int PRIMARY KEY);\n" + inserts))).MigrateAsync(new MigrateRequest());

        Assert.InRange(cluster.Sent.Count(request => request.Cql.StartsWith("BEGIN BATCH", StringComparison.Ordinal)), 4, 30);
        Assert.Equal(1500, (await cluster.QueryAsync("SELECT id FROM shop.t")).Count);
    }
}
