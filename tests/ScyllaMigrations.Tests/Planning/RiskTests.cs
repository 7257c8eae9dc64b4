using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Planning;
using Xunit;
using static ScyllaMigrations.Tests.Planning.Plans;

namespace ScyllaMigrations.Tests.Planning;

public sealed class RiskTests
{
    private static readonly ClusterSchema Live = Schema(CreateKeyspace + """
        CREATE TYPE u (a int);
        CREATE TABLE t (k int, c int, v text, l list<int>, m map<text, int>, PRIMARY KEY (k, c))
          WITH default_time_to_live = 1000 AND caching = {'keys': 'NONE', 'rows_per_partition': '10'};
        CREATE TABLE n (k int PRIMARY KEY, x counter);
        CREATE INDEX i ON t (v);
        """);

    private static PlanStep Last(string cql) =>
        MigrationPlanner.PlanUp(Input(Catalog(("1.0.0", cql)), null, Live) with { IgnoreUnknownObjects = true }).Steps[^1];

    [Theory]
    [InlineData("DROP TABLE t", DataLoss.Certain, "Drops the table with all its rows")]
    [InlineData("DROP INDEX i; ALTER TABLE t DROP v", DataLoss.Certain, "servers keep no snapshot")]
    [InlineData("TRUNCATE t", DataLoss.Certain, "Removes all rows")]
    [InlineData("DELETE FROM t WHERE k = 1", DataLoss.Certain, "Deletes rows")]
    [InlineData("BEGIN BATCH INSERT INTO t (k, c) VALUES (1, 2); DELETE FROM t WHERE k = 1; APPLY BATCH", DataLoss.Certain, "Deletes rows")]
    [InlineData("ALTER TABLE t WITH default_time_to_live = 60", DataLoss.Possible, "live 60 s (default_time_to_live was 1000 s)")]
    [InlineData("ALTER TABLE n WITH gc_grace_seconds = 0", DataLoss.Possible, "deleted rows can come back")]
    [InlineData("ALTER TABLE t DROP m; ALTER TABLE t ADD m map<text, int>", DataLoss.None, "Adds a column again")]
    [InlineData("ALTER TABLE t DROP m USING TIMESTAMP 1; ALTER TABLE t ADD m map<text, int>", DataLoss.Possible, "dropped USING TIMESTAMP")]
    [InlineData("ALTER TABLE t WITH caching = {'keys': 'ALL'}", DataLoss.None, "caching 'rows_per_partition' (10)")]
    [InlineData("ALTER TYPE u ADD b int", DataLoss.None, "can never be taken away")]
    [InlineData("CREATE INDEX j ON t (c)", DataLoss.None, "until it is built")]
    [InlineData("DROP INDEX i", DataLoss.None, "Queries that use the index fail")]
    [InlineData("ALTER KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}", DataLoss.None, "run repair")]
    [InlineData("UPDATE t SET v = 'a' WHERE k = 1 AND c = 2", DataLoss.None, "Writes over values")]
    [InlineData("UPDATE n SET x = x + 1 WHERE k = 1", DataLoss.None, "it changes counters")]
    [InlineData("-- @opaque not known yet\nALTER TABLE t FROBNICATE", DataLoss.Possible, "Sent as written")]
    public void What_touches_what_was_there_says_why_it_is_risky(string cql, DataLoss loss, string reason)
    {
        PlanStep step = Last(cql);
        Assert.Equal(loss, step.Loss);
        Assert.NotEqual(StepRisk.Low, step.Risk);
        Assert.Contains(reason, step.Reason);
    }

    [Theory]
    [InlineData("CREATE TABLE z (k int PRIMARY KEY, v int); DROP TABLE z")]
    [InlineData("CREATE TABLE z (k int PRIMARY KEY, v int); ALTER TABLE z DROP v")]
    [InlineData("ALTER TABLE t ADD z int; ALTER TABLE t DROP z")]
    [InlineData("CREATE TABLE z (k int PRIMARY KEY, v int); DELETE FROM z WHERE k = 1")]
    [InlineData("CREATE TABLE z (k int PRIMARY KEY, v int); CREATE INDEX ON z (v)")]
    [InlineData("ALTER TABLE t ADD z int")]
    [InlineData("ALTER TABLE t WITH comment = 'x'")]
    [InlineData("CREATE TABLE IF NOT EXISTS t (k int PRIMARY KEY)")]
    [InlineData("SELECT k FROM t")]
    public void What_the_plan_itself_made_and_what_only_adds_is_harmless(string cql)
    {
        PlanStep step = Last(cql);
        Assert.Equal((StepRisk.Low, DataLoss.None, null), (step.Risk, step.Loss, step.Reason));
    }

    [Theory]
    [InlineData("INSERT INTO t (k, c) VALUES (1, 2)", StepKind.Data)]
    [InlineData("UPDATE t SET m['a'] = 1 WHERE k = 1 AND c = 2", StepKind.Data)]
    [InlineData("UPDATE t SET m = m + {'a': 1} WHERE k = 1 AND c = 2", StepKind.Data)]
    [InlineData("DELETE m['a'] FROM t WHERE k = 1 AND c = 2", StepKind.Data)]
    [InlineData("INSERT INTO t (k, c) VALUES (1, 2) IF NOT EXISTS", StepKind.UnrepeatableData)]
    [InlineData("UPDATE t SET v = 'a' WHERE k = 1 AND c = 2 IF v = 'b'", StepKind.UnrepeatableData)]
    [InlineData("UPDATE t SET l = l + [1] WHERE k = 1 AND c = 2", StepKind.UnrepeatableData)]
    [InlineData("UPDATE t SET l = [1] + l WHERE k = 1 AND c = 2", StepKind.UnrepeatableData)]
    [InlineData("UPDATE t SET l[0] = 1 WHERE k = 1 AND c = 2", StepKind.UnrepeatableData)]
    [InlineData("DELETE l[0] FROM t WHERE k = 1 AND c = 2", StepKind.UnrepeatableData)]
    [InlineData("INSERT INTO t (k, c, v) VALUES (1, 2, cast(now() as text))", StepKind.UnrepeatableData)]
    [InlineData("TRUNCATE t", StepKind.UnrepeatableData)]
    [InlineData("BEGIN UNLOGGED BATCH UPDATE n SET x = x + 1 WHERE k = 1; APPLY BATCH", StepKind.UnrepeatableData)]
    [InlineData("-- @opaque new\nALTER TABLE t ADD z int", StepKind.Opaque)]
    public void The_kind_says_how_the_outcome_can_be_known(string cql, StepKind kind) => Assert.Equal(kind, Last(cql).Kind);

    [Fact]
    public void After_an_opaque_statement_a_doubt_is_a_warning()
    {
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(Catalog(("1.0.0", "-- @opaque new\nALTER TABLE t FROBNICATE z;\nALTER TABLE t DROP z;")), null, Live) with { IgnoreUnknownObjects = true });
        Assert.Equal([StepKind.Opaque, StepKind.Opaque], plan.Steps.Select(step => step.Kind));
        Assert.Equal("CQL2200", Assert.Single(plan.Warnings).Id);
    }
}
