using ScyllaMigrations.Cql.Schema;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

public sealed class SchemaFingerprintTests
{
    private const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";
    private static readonly SchemaObject Table = new(SchemaObjectKind.Table, "k", "t");

    [Fact]
    public void An_absent_object_has_none() => Assert.Null(SchemaFingerprint.Of(ClusterSchema.Empty, Table));

    [Fact]
    public void It_is_sixty_four_digits_and_the_same_for_the_same_table()
    {
        string first = Of("CREATE TABLE k.t (k int PRIMARY KEY, v int)");
        Assert.Equal(64, first.Length);
        Assert.Equal(first, Of("CREATE TABLE k.t (v int, k int, PRIMARY KEY (k)) WITH comment = '' AND gc_grace_seconds = 864000"));
    }

    [Theory]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v text)")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v int) WITH comment = 'x'")]
    [InlineData("CREATE TABLE k.t (k int PRIMARY KEY, v int) WITH id = 5a1c395e-b41f-11e5-9f22-ba0be0483c18")]
    [InlineData("CREATE TABLE k.t (k int, v int, PRIMARY KEY (k, v))")]
    public void Every_part_counts(string statement) => Assert.NotEqual(Of("CREATE TABLE k.t (k int PRIMARY KEY, v int)"), Of(statement));

    [Fact]
    public void A_dropped_column_counts_also_after_it_came_back()
    {
        SimulatedServer server = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)");
        string before = SchemaFingerprint.Of(server.Schema, Table)!;
        server.With("ALTER TABLE k.t DROP v", "ALTER TABLE k.t ADD v int");
        Assert.NotEqual(before, SchemaFingerprint.Of(server.Schema, Table));
    }

    [Fact]
    public void The_time_of_a_drop_does_not_count()
    {
        SimulatedServer one = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)", "ALTER TABLE k.t DROP v");
        SimulatedServer other = SimulatedServer.Cassandra()
            .With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY, v int)", "ALTER TABLE k.t DROP v USING TIMESTAMP 5");
        Assert.NotEqual(one.Schema, other.Schema);
        Assert.Equal(SchemaFingerprint.Of(one.Schema, Table), SchemaFingerprint.Of(other.Schema, Table));
    }

    [Fact]
    public void Ids_can_be_left_out()
    {
        SimulatedServer plain = SimulatedServer.Cassandra().With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY)");
        SimulatedServer pinned = SimulatedServer.Cassandra()
            .With(Keyspace, "CREATE TABLE k.t (k int PRIMARY KEY) WITH id = 5a1c395e-b41f-11e5-9f22-ba0be0483c18");
        Assert.Equal(
            SchemaFingerprint.Of(plain.Schema, Table, ignoreIds: true), SchemaFingerprint.Of(pinned.Schema, Table, ignoreIds: true));
    }

    private static string Of(string statement) =>
        SchemaFingerprint.Of(SimulatedServer.Cassandra().With(Keyspace, statement).Schema, Table)!;
}
