using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Planning;
using Xunit;
using static ScyllaMigrations.Tests.Planning.Plans;

namespace ScyllaMigrations.Tests.Planning;

public sealed class PlanRenderingTests
{
    private static readonly MigrationPlan Plan = MigrationPlanner.PlanUp(
        Input(Catalog(("1.0.0", "CREATE TABLE t (\n  k int PRIMARY KEY -- the key\n);\nDROP TABLE old;"), ("1.1.0", "SELECT k FROM t;")), null, Schema(CreateKeyspace + "CREATE TABLE old (k int PRIMARY KEY);"))
            with { IgnoreUnknownObjects = true });

    [Fact]
    public void The_table_shows_steps_reasons_and_the_hash() => Assert.Equal(
        $"""
        Keyspace k, nothing → 1.1.0: 3 statements, about 417 ms on one node

        #  Version  Kind       Risk        Statement
        1  1.0.0    schema     low risk    CREATE TABLE t ( k int PRIMARY KEY )
        2  1.0.0    schema     loses data  DROP TABLE old
        3  1.1.0    no effect  low risk    SELECT k FROM t

        2. loses data: Drops the table with all its rows; by default servers keep a snapshot of it on each node.

        Plan {Plan.Hash}

        """.Replace("\r\n", "\n", System.StringComparison.Ordinal),
        PlanText.Render(Plan));

    [Fact]
    public void The_script_holds_the_same_statements()
    {
        string script = PlanScript.Render(Plan);
        Assert.StartsWith($"-- keyspace k, nothing → 1.1.0, cassandra-5.0\n-- plan {Plan.Hash}\n\n-- version 1.0.0 <1.0.0>\nCREATE TABLE t (", script);
        Assert.Contains("\n\n-- loses data: Drops the table", script);
        CqlScript parsed = CqlParser.Parse(new SourceText("plan.cql", script), CqlDialect.Cassandra50);
        Assert.Equal(Plan.Steps.Select(step => step.Statement), parsed.Statements.Select(statement => statement.Statement));
    }

    [Fact]
    public void The_view_is_flat_text_and_numbers()
    {
        PlanView view = PlanView.Of(Plan);
        Assert.Equal(("k", "Up", null, "1.1.0", true, "High", 3, 0.417), (view.Keyspace, view.Direction, view.FromVersion, view.ToVersion, view.LosesData, view.Risk, view.StatementCount, view.EstimatedSeconds));
        PlanStepView step = view.Steps[1];
        Assert.Equal(("1.0.0", "<1.0.0>", 4, "Schema", "High", "Certain", "table k.old", "1.0.0"), (step.Version, step.Path, step.Line, step.Kind, step.Risk, step.Loss, step.Objects.Single(), step.Completes.Single()));
    }

    [Fact]
    public void Nothing_to_do_is_said_in_a_sentence() =>
        Assert.Equal("Keyspace k is at version none; nothing to do.\n", PlanText.Render(MigrationPlanner.PlanUp(Input(Catalog()))));
}
