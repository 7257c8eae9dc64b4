using System;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

/// <summary>A schema that statements are run against, as if it were a server.</summary>
internal sealed class SimulatedServer(CqlDialect dialect)
{
    public ClusterSchema Schema { get; private set; } = ClusterSchema.Empty;

    public string? CurrentKeyspace { get; private set; }

    public PersistentMap<string, int>? Datacenters { get; init; } = PersistentMap<string, int>.Empty.Set("datacenter1", 1);

    public static CqlDialect CassandraWithAll { get; } = CqlDialect.Cassandra50 with
    {
        Features = CqlDialect.Cassandra50.Features with { MaterializedViews = true, UserDefinedFunctions = true },
    };

    public static SimulatedServer Cassandra() => new(CassandraWithAll);

    public static SimulatedServer Scylla() => new(CqlDialect.ScyllaLatest) { Datacenters = null };

    /// <summary>What the server answers: `OK`, or code and message.</summary>
    public string Answer(string text)
    {
        CqlScript script = CqlParser.Parse(new SourceText("test", text), dialect);
        if (script.HasErrors)
        {
            return script.Diagnostics[0].Code.ToString("X4") + " " + script.Diagnostics[0].Message;
        }

        SchemaResult result = Run(script.Statements[0].Statement!);
        return result.Error?.ToString() ?? "OK";
    }

    public SchemaResult Run(CqlStatement statement)
    {
        SchemaResult result = SchemaEngine.Apply(
            Schema, statement, new SchemaContext(dialect) { CurrentKeyspace = CurrentKeyspace, Datacenters = Datacenters });
        Schema = result.Schema;
        CurrentKeyspace = result.CurrentKeyspace;
        return result;
    }

    /// <summary>Runs statements that must all succeed.</summary>
    public SimulatedServer With(params string[] statements)
    {
        foreach (string text in statements)
        {
            string answer = Answer(text);
            Assert.True(answer == "OK", text + " → " + answer);
        }

        return this;
    }

    public SimulatedServer WithScript(string text)
    {
        CqlScript script = CqlParser.Parse(new SourceText("test", text), dialect);
        Assert.True(!script.HasErrors, string.Join(Environment.NewLine, script.Diagnostics) + Environment.NewLine + text);
        foreach (ParsedStatement statement in script.Statements)
        {
            SchemaResult result = Run(statement.Statement!);
            Assert.True(result.Error is null, statement.Text + " → " + result.Error);
        }

        return this;
    }
}
