using ScyllaMigrations.Cql.Schema;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

public sealed class SchemaWriterTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";

    [Theory]
    [InlineData("CREATE TABLE k.t (a int, b text, c int, s int static, PRIMARY KEY ((a, b), c)) WITH CLUSTERING ORDER BY (c DESC) AND comment = 'it''s'")]
    [InlineData("CREATE TYPE k.b (x int)", "CREATE TYPE k.a (f frozen<b>, l list<int>)", "CREATE TABLE k.t (k int PRIMARY KEY, v frozen<a>, w b)")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v int)", "ALTER TABLE k.t DROP v")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v int)", "ALTER TABLE k.t DROP v", "ALTER TABLE k.t ADD v int")]
    [InlineData("CREATE TABLE k.t (k int, c int, v int, PRIMARY KEY (k, c))", "ALTER TABLE k.t DROP v", "ALTER TABLE k.t RENAME c TO v")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v int) WITH COMPACT STORAGE")]
    [InlineData("CREATE TABLE k.t (k int, c int, PRIMARY KEY (k, c)) WITH COMPACT STORAGE")]
    [InlineData("CREATE TABLE k.t (k int, c int, v int, PRIMARY KEY (k, c)) WITH COMPACT STORAGE")]
    [InlineData("CREATE TABLE k.t (k int, c int, d int, v counter, PRIMARY KEY (k, c, d)) WITH COMPACT STORAGE")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v text, m map<int, text>)", "CREATE INDEX ON k.t (v)", "CREATE INDEX e ON k.t (entries(m))",
        "CREATE CUSTOM INDEX s ON k.t (v) USING 'sai' WITH OPTIONS = {'case_sensitive': 'false'}")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compaction = {'class': 'LeveledCompactionStrategy'} AND bloom_filter_fp_chance = 0.2")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compaction = {'class': 'LeveledCompactionStrategy'}")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY)", "ALTER TABLE k.t WITH compaction = {'class': 'LeveledCompactionStrategy'}")]
    [InlineData("CREATE TABLE k.\"Tx\" (\"K\" int PRIMARY KEY, \"select\" int, \"a b\" text)")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY) WITH compression = {'enabled': false} AND speculative_retry = 'MAX(99p,50ms)'")]
    public void Applying_the_text_to_nothing_gives_the_schema_again(params string[] statements)
    {
        SimulatedServer server = SimulatedServer.Cassandra().With([Keyspace, .. statements]);
        foreach (CqlDialect? dialect in new[] { null, SimulatedServer.CassandraWithAll })
        {
            string text = SchemaWriter.Write(server.Schema, new SchemaWriterOptions { Dialect = dialect });
            ClusterSchema again = SimulatedServer.Cassandra().WithScript(text).Schema;
            Assert.Equal(server.Schema, again);
            Assert.Equal(text, SchemaWriter.Write(again, new SchemaWriterOptions { Dialect = dialect }));
        }
    }

    [Fact]
    public void Options_at_their_default_are_left_out_for_a_known_dialect()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY) WITH gc_grace_seconds = 60");
        string text = SchemaWriter.Write(
            server.Schema.Keyspaces["k"], new SchemaWriterOptions { Dialect = SimulatedServer.CassandraWithAll, IncludeKeyspace = false });
        Assert.Equal("CREATE TABLE t (k int, PRIMARY KEY (k)) WITH gc_grace_seconds = 60;\n", text);
    }

    [Fact]
    public void Ids_are_written_only_when_asked_for()
    {
        SimulatedServer server = SimulatedServer.Cassandra()
            .With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY) WITH id = 5a1c395e-b41f-11e5-9f22-ba0be0483c18");
        Assert.DoesNotContain("5a1c395e", SchemaWriter.Write(server.Schema), System.StringComparison.Ordinal);
        string text = SchemaWriter.Write(server.Schema, new SchemaWriterOptions { IncludeIds = true });
        Assert.Equal(server.Schema, SimulatedServer.Cassandra().WithScript(text).Schema);
    }
}
