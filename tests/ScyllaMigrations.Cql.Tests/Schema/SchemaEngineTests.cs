using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

public sealed class SchemaEngineTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";

    [Fact]
    public void A_refused_statement_leaves_the_schema_as_it_is_and_names_its_subject()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace);
        SchemaResult result = Run(server, "CREATE TABLE k.t (k int PRIMARY KEY, v nope)");
        Assert.Equal(new CqlError(CqlError.Invalid, "Unknown type k.nope", "nope"), result.Error);
        Assert.Same(server.Schema, result.Schema);
        Assert.False(result.Changed);
    }

    [Theory]
    [InlineData("CREATE TABLE IF NOT EXISTS k.t (x nope PRIMARY KEY)")]
    [InlineData("DROP TABLE IF EXISTS k.nope")]
    [InlineData("ALTER TABLE k.t ADD IF NOT EXISTS v text")]
    [InlineData("ALTER TABLE k.t WITH comment = ''")]
    [InlineData("SELECT * FROM nope")]
    public void What_does_nothing_is_not_a_change(string statement)
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)");
        SchemaResult result = Run(server, statement);
        Assert.Null(result.Error);
        Assert.False(result.Changed);
        Assert.Empty(result.TouchedObjects);
    }

    [Fact]
    public void What_a_statement_touches_is_named()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(
            Keyspace,
            "CREATE TABLE k.t (k int PRIMARY KEY, v int)",
            "CREATE INDEX i ON k.t (v)",
            "CREATE MATERIALIZED VIEW k.m AS SELECT * FROM k.t WHERE k IS NOT NULL AND v IS NOT NULL PRIMARY KEY (v, k)");
        Assert.Equal(["table k.t", "view k.m"], Run(server, "ALTER TABLE k.t ADD w int").TouchedObjects.Select(o => o.ToString()));
        Assert.Equal(["view k.m"], Run(server, "DROP MATERIALIZED VIEW k.m").TouchedObjects.Select(o => o.ToString()));
        Assert.Equal(["table k.t", "index k.i"], Run(server, "DROP TABLE k.t").TouchedObjects.Select(o => o.ToString()));
    }

    [Fact]
    public void Use_sets_the_keyspace_of_names_without_one()
    {
        SimulatedServer server = SimulatedServer.Cassandra();
        Assert.Equal(
            "2200 No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename",
            server.Answer("CREATE TABLE t (k int PRIMARY KEY)"));
        server.With(Keyspace, "USE k", "CREATE TABLE t (k int PRIMARY KEY)");
        Assert.NotNull(server.Schema.FindTable("k", "t"));
    }

    [Fact]
    public void The_time_of_a_drop_is_the_statements_own_or_that_of_the_context()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, a int, b int)");
        SchemaContext context = new(SimulatedServer.CassandraWithAll) { TimestampMicros = 7 };
        ClusterSchema schema = Apply(server.Schema, "ALTER TABLE k.t DROP a", context);
        schema = Apply(schema, "ALTER TABLE k.t DROP b USING TIMESTAMP 9", context);
        TableSchema table = schema.FindTable("k", "t")!;
        Assert.Equal(7, table.DroppedColumns["a"].DroppedTimeMicros);
        Assert.Equal(9, table.DroppedColumns["b"].DroppedTimeMicros);
    }

    [Fact]
    public void A_dropped_user_type_is_remembered_as_a_tuple_and_does_not_hold_the_type()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(
            Keyspace,
            "CREATE TYPE k.u (a text, b list<int>)",
            "CREATE TABLE k.t (k int PRIMARY KEY, v list<frozen<u>>)",
            "ALTER TABLE k.t DROP v",
            "DROP TYPE k.u");
        Assert.Equal(
            "list<frozen<tuple<text, frozen<list<int>>>>>", server.Schema.FindTable("k", "t")!.DroppedColumns["v"].Type.CqlName);
    }

    [Fact]
    public void Replication_factor_becomes_one_factor_for_each_data_centre()
    {
        SimulatedServer server = SimulatedServer.Cassandra()
            .With("CREATE KEYSPACE k WITH replication = {'class': 'org.apache.cassandra.locator.NetworkTopologyStrategy', 'replication_factor': 2}");
        Assert.Equal("NetworkTopologyStrategy {datacenter1: 2}", Show(server.Schema.Keyspaces["k"].Replication));
        server.With("ALTER KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': 3}");
        Assert.Equal("NetworkTopologyStrategy {datacenter1: 2}", Show(server.Schema.Keyspaces["k"].Replication));
    }

    [Fact]
    public void Change_data_capture_is_kept_only_where_the_cluster_has_it_on()
    {
        const string Statement = "CREATE TABLE k.t (k int PRIMARY KEY) WITH cdc = true";
        CqlDialect on = SimulatedServer.CassandraWithAll with { Features = SimulatedServer.CassandraWithAll.Features with { ChangeDataCapture = true } };
        Assert.Equal("false", SimulatedServer.Cassandra().With(Keyspace, Statement).Schema.FindTable("k", "t")!.Options.Text("cdc"));
        Assert.Equal("true", new SimulatedServer(on).With(Keyspace, Statement).Schema.FindTable("k", "t")!.Options.Text("cdc"));
    }

    [Fact]
    public void Roles_keep_their_members_and_permissions_but_no_passwords()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(
            Keyspace,
            "CREATE TABLE k.t (k int PRIMARY KEY)",
            "CREATE ROLE a WITH PASSWORD = 'secret' AND LOGIN = true",
            "CREATE ROLE b",
            "GRANT b TO a",
            "GRANT SELECT ON k.t TO b",
            "GRANT ALL ON KEYSPACE k TO a",
            "REVOKE ALTER ON KEYSPACE k FROM a");
        Assert.True(server.Schema.Roles["a"].MemberOf.ContainsKey("b"));
        string text = SchemaWriter.Write(server.Schema);
        Assert.DoesNotContain("secret", text, System.StringComparison.Ordinal);
        Assert.Equal(server.Schema, SimulatedServer.Cassandra().WithScript(text).Schema);
        server.With("DROP ROLE b");
        Assert.DoesNotContain(server.Schema.Grants.Values, g => g.Role == "b");
        Assert.False(server.Schema.Roles["a"].MemberOf.ContainsKey("b"));
    }

    [Fact]
    public void Many_tables_with_pinned_ids_and_indexes_stay_cheap()
    {
        // Quadratic work on this many tables would not end within a test run's patience.
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace);
        for (int i = 0; i < 5000; i++)
        {
            string n = i.ToString(CultureInfo.InvariantCulture);
            string id = i.ToString("x8", CultureInfo.InvariantCulture) + "-b41f-41e5-9f22-ba0be0483c18";
            server.With(
                $"CREATE TABLE k.t{n} (k int PRIMARY KEY, v int) WITH id = {id}", $"CREATE INDEX i{n} ON k.t{n} (v)", $"ALTER TABLE k.t{n} ADD w int");
        }

        Assert.Equal(5000, server.Schema.Keyspaces["k"].Tables.Count);
        Assert.Equal("t4999", server.Schema.Keyspaces["k"].IndexTables["i4999"]);
    }

    private static string Show(ReplicationSchema replication) => replication.Class + " " + replication.Options;

    private static ClusterSchema Apply(ClusterSchema schema, string text, SchemaContext context)
    {
        SchemaResult result = SchemaEngine.Apply(schema, CqlParser.ParseStatement(text, context.Dialect), context);
        Assert.Null(result.Error);
        return result.Schema;
    }

    private static SchemaResult Run(SimulatedServer server, string text) =>
        server.Run(CqlParser.ParseStatement(text, SimulatedServer.CassandraWithAll));
}
