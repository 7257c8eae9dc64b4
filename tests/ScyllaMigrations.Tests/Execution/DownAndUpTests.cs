using System.Threading.Tasks;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

/// <summary>A version that was taken back leaves dropped columns behind: they are no drift, and the way up is open again, with or without the script that led down.</summary>
public sealed class DownAndUpTests
{
    private const string First = Runs.CreateKeyspace + "CREATE TABLE pins (cid text PRIMARY KEY, size int);";
    private const string Second = "ALTER TABLE pins ADD owner text; CREATE TABLE extra (k int PRIMARY KEY);";
    private const string Down = "DROP TABLE extra; ALTER TABLE pins DROP owner;";

    [Theory]
    [InlineData(Down)]
    [InlineData(null)]
    public async Task After_down_the_schema_is_valid_and_up_works(string? downAfterwards)
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager first = Runs.Manager(cluster, Runs.Catalog(Runs.Migration("1.0.0", First), Runs.Migration("1.1.0", Second, Down)));
        await first.MigrateAsync(new MigrateRequest());
        await first.RollbackAsync(new RollbackRequest { Target = MigrationVersion.Parse("1.0.0"), AllowDataLoss = true });
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(Runs.Migration("1.0.0", First), Runs.Migration("1.1.0", Second, downAfterwards)));
        ValidationResult below = await manager.ValidateAsync();
        MigrationResult again = await manager.MigrateAsync(new MigrateRequest());
        ValidationResult above = await manager.ValidateAsync();

        Assert.Empty(below.Differences);
        Assert.Equal("1.1.0", again.ToVersion);
        Assert.Empty(above.Differences);
    }

    [Theory]
    [InlineData(Down)]
    [InlineData(null)]
    public async Task Drift_is_still_found_after_down(string? downAfterwards)
    {
        FaultyCluster cluster = Runs.Cluster();
        MigrationManager first = Runs.Manager(cluster, Runs.Catalog(Runs.Migration("1.0.0", First), Runs.Migration("1.1.0", Second, Down)));
        await first.MigrateAsync(new MigrateRequest());
        await first.RollbackAsync(new RollbackRequest { Target = MigrationVersion.Parse("1.0.0"), AllowDataLoss = true });
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(Runs.Migration("1.0.0", First), Runs.Migration("1.1.0", Second, downAfterwards)));
        await cluster.QueryAsync("ALTER TABLE shop.pins ADD stranger int");

        Assert.Contains((await manager.ValidateAsync()).Differences, difference => difference.ToString().Contains("stranger", System.StringComparison.Ordinal));
    }
}
