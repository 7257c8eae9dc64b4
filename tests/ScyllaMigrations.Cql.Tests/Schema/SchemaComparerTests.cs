using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

public sealed class SchemaComparerTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";
    private const string Table = "CREATE TABLE k.t (k int, c int, v int, PRIMARY KEY (k, c))";

    [Fact]
    public void Equal_schemas_have_no_differences() => Assert.Empty(Compare([Table], [Table]));

    [Theory]
    [InlineData(Table, "", "table k.t: not expected", true)]
    [InlineData("", Table, "table k.t: missing", false)]
    [InlineData(Table, "CREATE TABLE k.t (k int, c int, v int, w text, PRIMARY KEY (k, c))", "table k.t: column w: missing, expected text", false)]
    [InlineData("CREATE TABLE k.t (k int, c int, v int, w text, PRIMARY KEY (k, c))", Table, "table k.t: column w: text, not expected", true)]
    [InlineData(Table, "CREATE TABLE k.t (k int, b int, v int, PRIMARY KEY (k, b))", "table k.t: key column named c, expected b", false)]
    [InlineData(Table, Table + " WITH comment = 'x'", "table k.t: comment: '', expected 'x'", false)]
    [InlineData("CREATE TYPE k.a (x int)", "CREATE TYPE k.a (y int, z text)", "type k.a: field z: missing, expected text", false)]
    [InlineData("CREATE TYPE k.a (x int)", "", "type k.a: not expected", false)]
    public void A_difference_is_named_and_removed(string from, string to, string expected, bool losesData)
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace).WithScript(from);
        SimulatedServer wanted = SimulatedServer.Cassandra().With(Keyspace).WithScript(to);
        SchemaCompareOptions options = new(SimulatedServer.CassandraWithAll) { CompareDroppedColumns = false };
        ValueList<SchemaDifference> differences = SchemaComparer.Compare(server.Schema, wanted.Schema, options);
        Assert.Equal(expected, differences[0].ToString());
        Assert.Equal(losesData, differences[0].LosesData);
        foreach (CqlStatement statement in differences.SelectMany(d => d.Statements))
        {
            Assert.Null(server.Run(statement).Error);
        }

        Assert.Empty(SchemaComparer.Compare(server.Schema, wanted.Schema, options));
    }

    [Theory]
    [InlineData("CREATE TABLE k.t (k int, c int, v text, PRIMARY KEY (k, c))", "column v: int, expected text")]
    [InlineData("CREATE TABLE k.t (k int, c int, v int static, PRIMARY KEY (k, c))", "column v: regular, expected static")]
    [InlineData("CREATE TABLE k.t (k int, c int, v int, PRIMARY KEY (k, c)) WITH CLUSTERING ORDER BY (c DESC)",
        "primary key: ((k int), c int), expected ((k int), c int desc)")]
    public void What_no_statement_can_change_says_why(string to, string detail)
    {
        SchemaDifference difference = Assert.Single(Compare([Table], [to]));
        Assert.Equal(detail, difference.Detail);
        Assert.False(difference.CanBeRemoved);
        Assert.NotNull(difference.Reason);
    }

    [Fact]
    public void Scylla_changes_a_type_in_place_where_values_stay_readable()
    {
        SimulatedServer from = SimulatedServer.Scylla().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)");
        SimulatedServer to = SimulatedServer.Scylla().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v varint)");
        SchemaDifference difference = Assert.Single(SchemaComparer.Compare(from.Schema, to.Schema, new SchemaCompareOptions(CqlDialect.ScyllaLatest)));
        Assert.Equal("ALTER TABLE k.t ALTER v TYPE varint", CqlWriter.Write(Assert.Single(difference.Statements)));
    }

    [Fact]
    public void A_missing_memory_of_a_dropped_column_is_made_by_adding_and_dropping_it()
    {
        SimulatedServer from = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY)");
        SimulatedServer to = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)", "ALTER TABLE k.t DROP v");
        SchemaDifference difference = Assert.Single(
            SchemaComparer.Compare(from.Schema, to.Schema, new SchemaCompareOptions(SimulatedServer.CassandraWithAll)));
        Assert.Equal("dropped column v: not known, expected int", difference.Detail);
        Assert.Equal(["ALTER TABLE k.t ADD v int", "ALTER TABLE k.t DROP v"], difference.Statements.Select(CqlWriter.Write));
    }

    [Fact]
    public void Spelling_of_classes_numbers_and_defaults_makes_no_difference()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace, Table);
        KeyspaceSchema keyspace = server.Schema.Keyspaces["k"];
        TableSchema table = keyspace.Tables["t"];
        TableOptions read = table.Options.Without("comment").Without("crc_check_chance")
            .With("bloom_filter_fp_chance", OptionValue.Of("0.010"))
            .With("compaction", OptionValue.Of(PersistentMap.OfText(
                ("class", "org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy"), ("max_threshold", "32"), ("min_threshold", "4"))));
        Assert.Empty(SchemaComparer.Compare(
            keyspace, keyspace.With(table with { Options = read }), new SchemaCompareOptions(SimulatedServer.CassandraWithAll)));
    }

    [Fact]
    public void Indexes_go_before_the_columns_under_them_and_come_after()
    {
        SimulatedServer from = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)", "CREATE INDEX i ON k.t (v)");
        SimulatedServer to = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, w int)", "CREATE INDEX i2 ON k.t (w)");
        ValueList<SchemaDifference> differences = SchemaComparer.Compare(
            from.Schema, to.Schema, new SchemaCompareOptions(SimulatedServer.CassandraWithAll) { CompareDroppedColumns = false });
        Assert.Equal(
            ["DROP INDEX k.i", "ALTER TABLE k.t ADD w int", "ALTER TABLE k.t DROP v", "CREATE INDEX i2 ON k.t (w)"],
            differences.SelectMany(d => d.Statements).Select(CqlWriter.Write));
    }

    private static ValueList<SchemaDifference> Compare(string[] from, string[] to) => SchemaComparer.Compare(
        SimulatedServer.Cassandra().With([Keyspace, .. from]).Schema,
        SimulatedServer.Cassandra().With([Keyspace, .. to]).Schema,
        new SchemaCompareOptions(SimulatedServer.CassandraWithAll));
}
