using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class MigrateTests
{
    private static readonly MigrationCatalog TwoVersions = Runs.Catalog(
        ("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY, size int); INSERT INTO pins (cid, size) VALUES ('a', 1);"),
        ("1.1.0", "ALTER TABLE pins ADD owner text;"));

    [Fact]
    public async Task All_pending_versions_are_applied_and_recorded()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, TwoVersions);
        MigrationResult result = await manager.MigrateAsync(new MigrateRequest());
        SchemaStatus status = await manager.GetStatusAsync();

        Assert.Equal(("1.1.0", 2), (result.ToVersion, result.MigrationCount));
        Assert.Equal(("1.1.0", 0, false, true), (status.CurrentVersion, status.PendingCount, status.MigrationsNeeded, status.Compatible));
        Assert.Equal("up to date at version 1.1.0", status.Message);
        Assert.Null(status.LeaseHolder);
        Assert.Equal(["1.0.0", "1.1.0"], (await manager.GetHistoryAsync()).Select(record => record.Version));
        Assert.All(await manager.GetHistoryAsync(), record => Assert.True(record.ChainIntact));
        Assert.Equal(["1.0.0", "1.1.0"], (await cluster.QueryAsync("SELECT version FROM shop.schema_version")).Select(row => (string)row["version"]!).Order());
        Assert.Equal(1, Assert.Single(await cluster.QueryAsync("SELECT size FROM shop.pins WHERE cid = 'a'"))["size"]);
    }

    [Fact]
    public async Task A_second_run_sends_nothing()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, TwoVersions);
        await manager.MigrateAsync(new MigrateRequest());
        int sent = cluster.Sent.Count(request => !request.Cql.StartsWith("SELECT", System.StringComparison.Ordinal));
        MigrationResult again = await manager.MigrateAsync(new MigrateRequest());

        Assert.Equal((0, 0, "nothing to do: shop is at 1.1.0"), (again.MigrationCount, again.StatementCount, again.Message));
        Assert.Equal(sent, cluster.Sent.Count(request => !request.Cql.StartsWith("SELECT", System.StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_target_stops_before_the_newest_version()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, TwoVersions);
        await manager.MigrateAsync(new MigrateRequest { Target = MigrationVersion.Parse("1.0.0") });
        SchemaStatus status = await manager.GetStatusAsync();

        Assert.Equal(("1.0.0", "1.1.0", 1), (status.CurrentVersion, status.LatestVersion, status.PendingCount));
        Assert.Equal(("1.1.0", 1, "Low"), (status.Pending[0].Version, status.Pending[0].StatementCount, status.Pending[0].Risk));
    }

    [Fact]
    public async Task Down_scripts_take_versions_back()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(
            Runs.Migration("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);"),
            Runs.Migration("1.1.0", "CREATE TABLE owners (id int PRIMARY KEY);", down: "DROP TABLE owners;")));
        await manager.MigrateAsync(new MigrateRequest());
        MigrationException refused = await Assert.ThrowsAsync<MigrationException>(() => manager.RollbackAsync(new RollbackRequest { Target = MigrationVersion.Parse("1.0.0") }));
        MigrationResult result = await manager.RollbackAsync(new RollbackRequest { Target = MigrationVersion.Parse("1.0.0"), AllowDataLoss = true });

        Assert.Equal(ErrorCodes.DataLossRefused, refused.Code);
        Assert.Equal(("Down", "1.1.0", "1.0.0"), (result.Direction, result.FromVersion, result.ToVersion));
        Assert.Equal(["1.0.0"], (await cluster.QueryAsync("SELECT version FROM shop.schema_version")).Select(row => row["version"]));
        Assert.True((await manager.ValidateAsync()).Valid);
        await manager.MigrateAsync(new MigrateRequest());
        Assert.Equal("1.1.0", (await manager.GetStatusAsync()).CurrentVersion);
    }

    [Fact]
    public async Task A_column_that_was_taken_back_leaves_a_dropped_column_and_that_is_no_drift()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(
            Runs.Migration("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);"),
            Runs.Migration("1.1.0", "ALTER TABLE pins ADD size int;", down: "ALTER TABLE pins DROP size;")));
        await manager.MigrateAsync(new MigrateRequest());
        await manager.RollbackAsync(new RollbackRequest { Target = MigrationVersion.Parse("1.0.0"), AllowDataLoss = true });
        Assert.Equal("the live schema is what the migrations say, 0 check(s) passed", (await manager.ValidateAsync()).Message);
        await manager.MigrateAsync(new MigrateRequest());

        Assert.True((await manager.ValidateAsync()).Valid);
        Assert.Equal(["Applied", "Applied", "Undone", "Applied"], (await manager.GetHistoryAsync()).Select(record => record.Action));
    }

    [Fact]
    public async Task The_schema_is_read_only_twice_when_nobody_else_changes_it()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, TwoVersions);
        await manager.MigrateAsync(new MigrateRequest { Target = MigrationVersion.Parse("1.0.0") });
        int before = Reads(cluster);
        await manager.MigrateAsync(new MigrateRequest());

        // Once to plan, once to prove.
        Assert.Equal(2, Reads(cluster) - before);
    }

    private static int Reads(FaultyCluster cluster) => cluster.Sent.Count(request => request.Cql == "SELECT * FROM system_schema.tables");

    [Fact]
    public async Task An_approved_plan_that_changed_is_refused_and_nothing_is_sent()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, TwoVersions);
        string hash = (await manager.PlanAsync()).Hash;
        MigrationManager other = Runs.Manager(cluster, Runs.Catalog(("1.0.0", Runs.CreateKeyspace)));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => other.MigrateAsync(new MigrateRequest { ApprovedPlanHash = hash }));

        Assert.Equal(ErrorCodes.PlanChanged, error.Code);
        Assert.Empty(cluster.Migrated());
        Assert.Equal(hash, (await manager.MigrateAsync(new MigrateRequest { ApprovedPlanHash = hash })).PlanHash);
    }

    [Fact]
    public async Task A_refused_statement_names_its_place_and_what_was_applied()
    {
        FaultyCluster cluster = Runs.Cluster();
        cluster.Plan = (request, _) => request.Cql.Contains("broken", System.StringComparison.Ordinal)
            ? new Fault(() => new ScyllaMigrations.Clusters.CqlServerException(0x2200, "no room left"), Reaches: false, Kills: false) : null;
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(
            ("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);"), ("1.1.0", "CREATE TABLE fine (id int PRIMARY KEY);\nCREATE TABLE broken (id int PRIMARY KEY);")));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => manager.MigrateAsync(new MigrateRequest()));

        Assert.Equal(ErrorCodes.StatementFailed, error.Code);
        Assert.StartsWith("<1.1.0>:2:1: error StatementFailed: the server refused this statement (0x2200): no room left\n  CREATE TABLE broken (id int PRIMARY KEY);\n  ^", error.Message);
        Assert.Contains("finished: 1.0.0", error.Message);
        Assert.Equal("1.0.0", (await manager.GetStatusAsync()).CurrentVersion);
    }

    [Fact]
    public async Task After_the_cause_is_gone_a_failed_run_goes_on_and_sends_nothing_twice()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationCatalog broken = Runs.Catalog(("1.0.0", Runs.CreateKeyspace + "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (id int PRIMARY KEY);"));
        cluster.Plan = (request, _) => request.Cql.Contains("TABLE shop.b", System.StringComparison.Ordinal)
            ? new Fault(() => new ScyllaMigrations.Clusters.CqlServerException(0x2200, "no"), Reaches: false, Kills: false) : null;
        await Assert.ThrowsAsync<MigrationException>(() => Runs.Manager(cluster, broken).MigrateAsync(new MigrateRequest()));
        cluster.Plan = (_, _) => null;
        MigrationCatalog corrected = Runs.Catalog(("1.0.0", Runs.CreateKeyspace + "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE c (id int PRIMARY KEY);"));
        MigrationResult result = await Runs.Manager(cluster, corrected).MigrateAsync(new MigrateRequest());

        Assert.True(result.Resumed);
        Assert.Equal(1, result.StatementCount);
        Assert.Equal(3, cluster.Migrated().Count);
        Assert.True((await Runs.Manager(cluster, corrected).ValidateAsync()).Valid);
    }
}
