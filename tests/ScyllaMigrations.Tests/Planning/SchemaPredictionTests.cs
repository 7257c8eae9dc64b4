using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using Xunit;
using static ScyllaMigrations.Tests.Planning.Plans;

namespace ScyllaMigrations.Tests.Planning;

public sealed class SchemaPredictionTests
{
    private const string Table = "CREATE TABLE t (k int PRIMARY KEY, v int);";

    [Fact]
    public void It_is_what_the_applied_scripts_make_in_the_order_of_history()
    {
        MigrationCatalog catalog = MigrationCatalog.FromMigrations(
            [Migration("1.0.0", CreateKeyspace + Table), Migration("2.0.0", "ALTER TABLE t ADD a int;", "ALTER TABLE t DROP a;"), Migration("3.0.0", "DROP TABLE t;")]);
        MigrationHistory history = Applied(catalog, "1.0.0", "2.0.0");
        SchemaPrediction both = SchemaPrediction.Of(Input(catalog, history));
        Assert.NotNull(both.Keyspace!.Tables["t"].FindColumn("a"));
        SchemaPrediction undone = SchemaPrediction.Of(Input(catalog, new MigrationHistory([.. history.Entries, Entry(3, "2.0.0", null, HistoryAction.Undone)])));
        Assert.Null(undone.Keyspace!.Tables["t"].FindColumn("a"));
        Assert.True(undone.Keyspace.Tables["t"].DroppedColumns.ContainsKey("a"));
        Assert.Empty(undone.Findings);
    }

    [Fact]
    public void Replication_is_taken_from_the_live_keyspace_when_no_migration_sets_it()
    {
        MigrationCatalog catalog = Catalog(("1.0.0", Table));
        ClusterSchema live = Schema(CreateKeyspace.Replace("1}", "3}", System.StringComparison.Ordinal) + "CREATE TABLE other (k int PRIMARY KEY);");
        SchemaPrediction prediction = SchemaPrediction.Of(Input(catalog, Applied(catalog, "1.0.0"), live));
        Assert.Equal(["t"], prediction.Keyspace!.Tables.Keys);
        Assert.Equal("3", prediction.Keyspace.Replication.Options["dc1"]);
    }

    [Fact]
    public void What_cannot_be_known_says_why()
    {
        MigrationCatalog catalog = Catalog(("1.0.0", CreateKeyspace + Table), ("2.0.0", "-- @opaque new\nALTER TABLE t FROBNICATE;"));
        MigrationHistory baseline = new([Entry(1, "1.0.0", null, HistoryAction.Adopted) with { Kind = MigrationKind.Baseline }]);
        Assert.StartsWith("Version 1.0.0 is a baseline", SchemaPrediction.Of(Input(catalog, baseline)).Reason);
        Assert.Equal("The script of version 0.5.0 is not in the catalog.", SchemaPrediction.Of(Input(catalog, new MigrationHistory([Entry(1, "0.5.0", null)]))).Reason);
        Assert.Equal("The down script of version 1.0.0 is not in the catalog.", SchemaPrediction.Of(Input(catalog, new MigrationHistory([Entry(1, "1.0.0", null, HistoryAction.Undone)]))).Reason);
        SchemaPrediction opaque = SchemaPrediction.Of(Input(catalog, Applied(catalog, "1.0.0", "2.0.0")));
        Assert.Null(opaque.Schema);
        Assert.StartsWith("An applied migration holds an opaque statement", opaque.Reason);
    }

    [Fact]
    public void Without_history_nothing_is_predicted()
    {
        SchemaPrediction prediction = SchemaPrediction.Of(Input(Catalog(("1.0.0", CreateKeyspace + Table))));
        Assert.Equal((true, null, null), (prediction.Schema is not null, prediction.Keyspace, prediction.Reason));
    }
}
