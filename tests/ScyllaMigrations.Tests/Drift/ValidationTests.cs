using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Tests.Execution;
using Xunit;

namespace ScyllaMigrations.Tests.Drift;

public sealed class ValidationTests
{
    private static readonly MigrationCatalog Catalog = Runs.Catalog(Runs.Migration(
        "1.0.0",
        Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY, size int);\nCREATE TABLE partition_stats (id int PRIMARY KEY);\nINSERT INTO pins (cid, size) VALUES ('a', 1);",
        check: "SELECT cid FROM pins WHERE cid = 'a';"));

    [Theory]
    [InlineData("DROP TABLE shop.partition_stats", "schema validation failed: missing table partition_stats")]
    [InlineData("CREATE TABLE shop.more (id int PRIMARY KEY)", "schema validation failed: unexpected table more")]
    [InlineData("ALTER TABLE shop.pins ADD owner text", "schema validation failed: unexpected column pins.owner")]
    [InlineData("ALTER TABLE shop.pins WITH comment = 'x'", "schema validation failed: changed option pins.comment: expected '', found 'x'")]
    [InlineData("DELETE FROM shop.pins WHERE cid = 'a'", "schema validation failed: check <1.0.0.check>:1 of 1.0.0: returned no row")]
    public async Task What_somebody_changed_is_found(string change, string message)
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        await manager.MigrateAsync(new MigrateRequest());
        Assert.True((await manager.ValidateAsync()).Valid);
        await cluster.QueryAsync(change);
        ValidationResult validation = await manager.ValidateAsync();

        Assert.False(validation.Valid);
        Assert.Equal(message, validation.Message);
    }

    [Fact]
    public async Task A_check_that_fails_after_a_run_is_an_error_and_the_version_is_recorded()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(Runs.Migration("1.0.0", Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);", check: "SELECT cid FROM pins;")));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => manager.MigrateAsync(new MigrateRequest()));

        Assert.Equal(ErrorCodes.CheckFailed, error.Code);
        Assert.Contains("<1.0.0.check>:1 (1.0.0): returned no row", error.Message);
        Assert.Equal("1.0.0", (await manager.GetStatusAsync()).CurrentVersion);
    }

    [Fact]
    public async Task A_check_in_code_can_read_but_not_write()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(MigrationBuilder.Versioned("1.0.0", "first").Up(Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY);")
            .Check(async (session, schema, token) =>
            {
                await session.ExecuteAsync(new ScyllaMigrations.Clusters.CqlRequest("INSERT INTO pins (cid) VALUES ('x')"), token);
                return schema.Name;
            }).Build()));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => manager.MigrateAsync(new MigrateRequest()));

        Assert.Equal("a check may only read; INSERT was not sent", error.Message);
    }

    [Fact]
    public async Task Drift_in_what_a_plan_touches_is_refused_unless_overridden_and_other_drift_is_warned_of()
    {
        FaultyCluster cluster = Runs.Cluster();
        await Runs.Manager(cluster, Catalog).MigrateAsync(new MigrateRequest());
        await cluster.QueryAsync("ALTER TABLE shop.pins ADD owner text");
        MigrationManager touching = Runs.Manager(cluster, Catalog.With([Runs.Migration("1.1.0", "ALTER TABLE pins ADD more int;")]));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => touching.MigrateAsync(new MigrateRequest()));
        MigrationResult beside = await Runs.Manager(cluster, Catalog.With([Runs.Migration("1.1.0", "CREATE TABLE other (id int PRIMARY KEY);")])).MigrateAsync(new MigrateRequest());

        Assert.Equal(ErrorCodes.ConsentNeeded, error.Code);
        Assert.Equal("drift", error.Subject);
        Assert.Equal("changed beside the migrations, and not touched by this plan: table shop.pins", Assert.Single(beside.Warnings));
    }

    [Fact]
    public async Task The_exported_schema_makes_the_same_schema_again()
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        await manager.MigrateAsync(new MigrateRequest());
        string cql = (await manager.ExportSchemaAsync()).Cql;
        FaultyCluster copy = Runs.Cluster();
        foreach (string statement in cql.Split(";\n").Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            await copy.QueryAsync(statement);
        }

        Assert.DoesNotContain("migration_history", cql);
        Assert.Equal(cql, (await Runs.Manager(copy, Catalog).ExportSchemaAsync()).Cql);
    }
}
