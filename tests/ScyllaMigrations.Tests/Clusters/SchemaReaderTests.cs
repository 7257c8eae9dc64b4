using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Tests.Execution;
using Xunit;

namespace ScyllaMigrations.Tests.Clusters;

public sealed class SchemaReaderTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1} AND durable_writes = false";

    [Theory]
    [InlineData("CREATE TABLE k.t (a int, b text, c timeuuid, s text static, v map<text, frozen<list<int>>>, PRIMARY KEY ((a, b), c)) WITH CLUSTERING ORDER BY (c DESC)")]
    [InlineData("CREATE TABLE k.t (a int PRIMARY KEY, n counter) WITH comment = 'it''s' AND gc_grace_seconds = 60 AND bloom_filter_fp_chance = 0.0005")]
    [InlineData("CREATE TABLE k.t (a int PRIMARY KEY) WITH compaction = {'class': 'LeveledCompactionStrategy'} AND compression = {'enabled': false} AND caching = {'keys': 'NONE'}")]
    [InlineData("CREATE TABLE k.t (a int PRIMARY KEY, \"Odd Name\" text)|CREATE INDEX i ON k.t (\"Odd Name\")")]
    [InlineData("CREATE TABLE k.t (a int PRIMARY KEY, m map<text, int>)|CREATE INDEX i ON k.t (ENTRIES(m))|CREATE INDEX j ON k.t (KEYS(m))")]
    [InlineData("CREATE TABLE k.t (a int PRIMARY KEY, v text)|CREATE CUSTOM INDEX i ON k.t (v) USING 'StorageAttachedIndex' WITH OPTIONS = {'case_sensitive': 'false'}")]
    [InlineData("CREATE TYPE k.addr (street text, zips list<int>)|CREATE TABLE k.t (a int PRIMARY KEY, home frozen<addr>)|ALTER TYPE k.addr ADD city text")]
    [InlineData("CREATE TABLE k.t (a int PRIMARY KEY, v text, w int)|ALTER TABLE k.t DROP v|ALTER TABLE k.t ADD v text|ALTER TABLE k.t DROP w")]
    public async Task The_live_schema_is_read_as_it_was_predicted(string statements)
    {
        EmbeddedCluster cluster = EmbeddedCluster.InMemory();
        ClusterSchema predicted = ClusterSchema.Empty;
        foreach (string statement in (Keyspace + "|" + statements).Split('|'))
        {
            await cluster.QueryAsync(statement);
            SchemaResult result = SchemaEngine.Apply(predicted, CqlParser.ParseStatement(statement, CqlDialect.Cassandra50), new SchemaContext(CqlDialect.Cassandra50));
            Assert.Null(result.Error);
            predicted = result.Schema;
        }

        ClusterSchema live = await new SchemaReader(cluster.Session, CqlDialect.Cassandra50, null).ReadAsync(CancellationToken.None);
        foreach (SchemaObject what in ScyllaMigrations.Drift.SchemaObjects.Of(predicted.FindKeyspace("k")!))
        {
            Assert.Equal(SchemaFingerprint.Canonical(predicted, what, ignoreIds: true), SchemaFingerprint.Canonical(live, what, ignoreIds: true));
        }

        Assert.Empty(ScyllaMigrations.Drift.SchemaObjects.Different(predicted, live, "k"));
        Assert.NotEqual(Guid.Empty, live.FindTable("k", "t")!.Id);
    }
}
