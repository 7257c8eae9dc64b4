using ScyllaMigrations.Cql.Schema;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

public sealed class TriggerTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";

    [Fact]
    public void A_class_that_the_server_does_not_have_is_refused() => Assert.Equal(
        "2200 Trigger class 'com.example.T' couldn't be loaded",
        SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY)").Answer("CREATE TRIGGER r ON k.t USING 'com.example.T'"));

    [Fact]
    public void Installed_classes_make_triggers_and_indexes_that_are_written_again()
    {
        CqlDialect dialect = SimulatedServer.CassandraWithAll with { Features = SimulatedServer.CassandraWithAll.Features with { ForeignClasses = true } };
        SimulatedServer server = new SimulatedServer(dialect).With(
            Keyspace,
            "CREATE TABLE k.t (k int PRIMARY KEY, v int)",
            "CREATE TRIGGER r ON k.t USING 'com.example.T'",
            "CREATE CUSTOM INDEX i ON k.t (v) USING 'com.example.Index' WITH OPTIONS = {'a': 'b'}");
        string text = SchemaWriter.Write(server.Schema);
        Assert.Equal(server.Schema, new SimulatedServer(dialect).WithScript(text).Schema);
        server.With("DROP TRIGGER r ON k.t");
        SchemaDifference difference = Assert.Single(
            SchemaComparer.Compare(new SimulatedServer(dialect).WithScript(text).Schema, server.Schema, new SchemaCompareOptions(dialect)));
        Assert.Equal("trigger k.t.r: not expected", difference.ToString());
    }
}
