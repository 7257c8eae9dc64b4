using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using Xunit;
using static ScyllaMigrations.Tests.Planning.Plans;

namespace ScyllaMigrations.Tests.Planning;

public sealed class UndoPlanTests
{
    private const string Table = "CREATE TABLE t (k int PRIMARY KEY);";

    private static readonly MigrationCatalog Three = MigrationCatalog.FromMigrations(
    [
        Migration("1.0.0", Table, "DROP TABLE t;"), Migration("2.0.0", "ALTER TABLE t ADD a int;", "ALTER TABLE t DROP a;"), Migration("3.0.0", "ALTER TABLE t ADD b int;"),
    ]);

    private static PlanInput After(params string[] versions) =>
        Input(Three, Applied(Three, versions), Schema(CreateKeyspace + string.Concat(versions.Select(version => Three.Find(version)!.Up.Source.Text))));

    [Fact]
    public void Versions_are_taken_back_newest_first()
    {
        MigrationPlan plan = MigrationPlanner.PlanDown(After("1.0.0", "2.0.0"), null);
        Assert.Equal(["ALTER TABLE t DROP a", "DROP TABLE t"], plan.Steps.Select(step => step.Cql));
        Assert.Equal((PlanDirection.Down, "2.0.0", null, true), (plan.Direction, plan.From!.ToString(), plan.To?.ToString(), plan.LosesData));
        Assert.Equal(["[2.0.0]", "[1.0.0]"], plan.Steps.Select(step => step.Completes.ToString()));
        Assert.Equal("<2.0.0.down>", plan.Steps[0].File);
        Assert.Equal(["2.0.0"], MigrationPlanner.PlanDown(After("1.0.0", "2.0.0"), MigrationVersion.Parse("1.0.0")).Migrations.Select(migration => migration.Label));
    }

    [Fact]
    public void A_version_without_a_down_script_stops_it_and_names_the_file_to_write()
    {
        MigrationException error = Assert.Throws<MigrationException>(() => MigrationPlanner.PlanDown(After("1.0.0", "2.0.0", "3.0.0"), null));
        Assert.Equal(ErrorCodes.ConsentNeeded, error.Code);
        Finding finding = Assert.Single(error.Findings);
        Assert.Equal((FindingIds.UndoNotAvailable, "Version 3.0.0 (change 3.0.0) has no down script."), (finding.Id, finding.Message));
        Migration file = Three.Find("3.0.0")! with { IsFile = true };
        file = file with { Up = file.Up with { Source = new Cql.Syntax.SourceText("V3.0.0__b.cql", file.Up.Source.Text) } };
        PlanInput input = After("1.0.0", "2.0.0", "3.0.0") with { Catalog = MigrationCatalog.FromMigrations([Three.Find("1.0.0")!, Three.Find("2.0.0")!, file]) };
        Assert.Contains("Write 'V3.0.0__b.down.cql'", Assert.Throws<MigrationException>(() => MigrationPlanner.PlanDown(input, null)).Message);
    }

    [Fact]
    public void Going_back_to_a_version_that_was_never_applied_is_refused()
    {
        MigrationException error = Assert.Throws<MigrationException>(() => MigrationPlanner.PlanDown(After("1.0.0"), MigrationVersion.Parse("2.0.0")));
        Assert.Equal((ErrorCodes.ConfigurationInvalid, "Version 2.0.0 is not applied, so nothing can go back to it; applied are 1.0.0."), (error.Code, error.Message));
    }

    [Fact]
    public void A_version_taken_back_is_pending_again()
    {
        MigrationHistory history = new([.. Applied(Three, "1.0.0", "2.0.0").Entries, Entry(3, "2.0.0", null, HistoryAction.Undone)]);
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(Three, history, Schema(CreateKeyspace + Table)));
        Assert.Equal(["2.0.0", "3.0.0"], plan.Migrations.Select(migration => migration.Label));
    }

    [Theory]
    [InlineData("DROP KEYSPACE k;", "would drop the history of the migrations")]
    [InlineData("DROP TABLE migration_history;", "is the tool's own table")]
    [InlineData("INSERT INTO k.schema_version (version) VALUES ('1');", "is the tool's own table")]
    [InlineData("USE other;", "names without a keyspace mean 'k'")]
    public void What_would_pull_the_ground_from_under_the_tool_is_refused(string down, string message)
    {
        MigrationCatalog catalog = MigrationCatalog.FromMigrations([Migration("1.0.0", Table, down)]);
        MigrationException error = Assert.Throws<MigrationException>(() => MigrationPlanner.PlanDown(Input(catalog, Applied(catalog, "1.0.0"), Schema(CreateKeyspace + Table)), null));
        Finding finding = Assert.Single(error.Findings);
        Assert.Equal(FindingIds.StatementNotAllowed, finding.Id);
        Assert.Contains(message, finding.Message);
    }

    [Fact]
    public void Using_the_own_keyspace_is_taken_as_said_already() =>
        Assert.Equal("CREATE TABLE", Assert.Single(MigrationPlanner.PlanUp(Input(Catalog(("1.0.0", "USE k;\n" + Table)), null, Schema(CreateKeyspace))).Steps).Statement!.Kind);
}
