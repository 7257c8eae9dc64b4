using ScyllaMigrations.Cql.Schema;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

/// <summary>Where the two products part ways: what each answers to the same statements.</summary>
public sealed class DialectDifferenceTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': 1}";
    private const string Table = "CREATE TABLE k.t (k int PRIMARY KEY, v int)";

    [Theory]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH cdc = {'enabled': 'true'}", "2000", "OK")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH read_repair = 'NONE'", "OK", "2000")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH read_repair_chance = 0.1", "2000", "OK")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH tombstone_gc = {'mode': 'repair'}", "2000", "OK")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH tombstone_gc = {'mode': 'never'}", "2000", "2300")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compression = {'sstable_compression': 'LZ4Compressor'}", "2300", "OK")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compression = {'chunk_length_in_kb': 4}", "2300", "2300")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compaction = {'class': 'UnifiedCompactionStrategy'}", "OK", "2300")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compaction = {'class': 'IncrementalCompactionStrategy'}", "2300", "OK")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH memtable_flush_period_in_ms = 10", "OK", "2300")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v int) WITH COMPACT STORAGE", "OK", "2200")]
    [InlineData("CREATE TABLE k.t (k int, c int, v counter, x int, PRIMARY KEY (k, c))", "2200", "2300")]
    [InlineData("CREATE TABLE k.\"a-b\" (k int PRIMARY KEY)", "2300", "2200")]
    [InlineData("CREATE TABLE k.t (a int, b int, c int, PRIMARY KEY (a, b, c)) WITH CLUSTERING ORDER BY (b DESC)", "OK", "2200")]
    [InlineData("DROP KEYSPACE nope", "2200", "2300")]
    public void One_statement(string statement, string cassandra, string scylla)
    {
        Assert.StartsWith(cassandra, SimulatedServer.Cassandra().With(Keyspace).Answer(statement));
        Assert.StartsWith(scylla, SimulatedServer.Scylla().With(Keyspace).Answer(statement));
    }

    [Theory]
    [InlineData("ALTER TABLE k.t ALTER v TYPE varint", "2200", "OK")]
    [InlineData("ALTER TABLE k.t ALTER v TYPE text", "2200", "2300")]
    [InlineData("ALTER TABLE k.t WITH id = 5a1c395e-b41f-11e5-9f22-ba0be0483c18", "2300", "2300")]
    [InlineData("ALTER TABLE IF EXISTS k.t ADD w int", "OK", "2000")]
    [InlineData("CREATE CUSTOM INDEX ON k.t (v) USING 'sai'", "OK", "OK")]
    [InlineData("CREATE CUSTOM INDEX ON k.t (v) USING 'nope'", "2300", "2200")]
    public void One_statement_on_a_table(string statement, string cassandra, string scylla)
    {
        Assert.StartsWith(cassandra, SimulatedServer.Cassandra().With(Keyspace, Table).Answer(statement));
        Assert.StartsWith(scylla, SimulatedServer.Scylla().With(Keyspace, Table).Answer(statement));
    }

    [Fact]
    public void Scylla_takes_back_a_dropped_column_under_another_type_and_Cassandra_does_not()
    {
        Assert.Equal(
            "2200 Cannot re-add previously dropped column 'v' of type text, incompatible with previous type int",
            SimulatedServer.Cassandra().With(Keyspace, Table, "ALTER TABLE k.t DROP v").Answer("ALTER TABLE k.t ADD v text"));
        Assert.Equal("OK", SimulatedServer.Scylla().With(Keyspace, Table, "ALTER TABLE k.t DROP v").Answer("ALTER TABLE k.t ADD v text"));
    }

    [Fact]
    public void Scylla_refuses_a_dropped_collection_under_another_type() => Assert.StartsWith(
        "2200 Cannot add a collection with the name l",
        SimulatedServer.Scylla().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, l list<int>)", "ALTER TABLE k.t DROP l")
            .Answer("ALTER TABLE k.t ADD l set<int>"));

    [Fact]
    public void Cassandra_drops_no_column_under_a_view_and_Scylla_only_keeps_what_the_view_needs()
    {
        string[] statements =
        [
            Keyspace,
            "CREATE TABLE k.t (k int PRIMARY KEY, v int, w int)",
            "CREATE MATERIALIZED VIEW k.m AS SELECT k, v FROM k.t WHERE k IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, k)",
        ];
        Assert.Equal(
            "2200 Cannot drop column w on base table t with materialized views",
            SimulatedServer.Cassandra().With(statements).Answer("ALTER TABLE k.t DROP w"));
        Assert.Equal("OK", SimulatedServer.Scylla().With(statements).Answer("ALTER TABLE k.t DROP w"));
        Assert.StartsWith("2200 Cannot drop column v", SimulatedServer.Scylla().With(statements).Answer("ALTER TABLE k.t DROP v"));
    }

    [Fact]
    public void Tablets_forbid_what_vnodes_allow()
    {
        SimulatedServer server = SimulatedServer.Scylla()
            .With("CREATE KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1, 'dc2': 1} AND tablets = {'enabled': true}");
        const string Replication = "ALTER KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', ";
        Assert.StartsWith("2200 Attempted to implicitly drop replicas", server.Answer(Replication + "'dc1': 1}"));
        Assert.StartsWith("2200 Only one DC's RF", server.Answer(Replication + "'dc1': 3, 'dc2': 1}"));
        Assert.StartsWith("2200 'replication_factor' tag", server.Answer(Replication + "'replication_factor': 2}"));
        Assert.StartsWith("2200 Cannot alter replication strategy", server.Answer("ALTER KEYSPACE k WITH tablets = {'enabled': false}"));
        Assert.Equal("OK", server.Answer(Replication + "'dc1': 2, 'dc2': 1}"));
    }

    [Fact]
    public void A_bare_table_gets_the_defaults_of_its_server()
    {
        TableOptions cassandra = SimulatedServer.Cassandra().With(Keyspace, Table).Schema.FindTable("k", "t")!.Options;
        TableOptions scylla = SimulatedServer.Scylla().With(Keyspace, Table).Schema.FindTable("k", "t")!.Options;
        Assert.Equal("SizeTieredCompactionStrategy", cassandra.Compaction!["class"]);
        Assert.Equal("IncrementalCompactionStrategy", scylla.Compaction!["class"]);
        Assert.Equal("99p", cassandra.Text("speculative_retry"));
        Assert.Equal("99.0PERCENTILE", scylla.Text("speculative_retry"));
    }

    [Fact]
    public void What_is_switched_off_says_how_to_switch_it_on()
    {
        SimulatedServer server = new SimulatedServer(CqlDialect.Cassandra50).With(Keyspace, Table);
        Assert.Equal(
            "2200 Materialized views are disabled. Enable in cassandra.yaml to use.",
            server.Answer("CREATE MATERIALIZED VIEW k.m AS SELECT * FROM k.t WHERE k IS NOT NULL PRIMARY KEY (k)"));
        Assert.StartsWith(
            "2200 User-defined functions are disabled",
            server.Answer("CREATE FUNCTION k.f (a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return 1;'"));
    }
}
