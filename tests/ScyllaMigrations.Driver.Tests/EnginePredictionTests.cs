using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Conformance;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Driver.Tests;

/// <summary>The engine, which predicts, against the server, whose schema is read afterwards: over the statements of all conformance cases.</summary>
public sealed partial class EnginePredictionTests : IClassFixture<RealServerConformance.Connection>
{
    private readonly ICluster _cluster;

    public EnginePredictionTests(RealServerConformance.Connection connection) => _cluster = connection.Cluster;

    [Theory]
    [MemberData(nameof(ConformanceSuite.Cases), MemberType = typeof(ConformanceSuite))]
    public async Task What_the_engine_predicts_is_what_the_server_has_afterwards(string name)
    {
        CaseFile file = CaseFile.Read(Path.Combine(AppContext.BaseDirectory, "cases", name + ".cql"));
        CqlDialect dialect = _cluster.Capabilities.Dialect;
        string keyspace = await Server.MakeKeyspaceAsync(_cluster);
        ClusterSchema predicted = await new SchemaReader(_cluster.Session, dialect, null).ReadAsync(CancellationToken.None);
        List<string> differences = [];
        foreach (CaseStep step in file.Steps)
        {
            string cql = KeyspaceWord().Replace(step.Cql, keyspace);
            string server = await VerdictAsync(cql);
            (predicted, string engine) = Predict(predicted, cql, dialect);
            if (engine.Length > 0 && engine != server && !(server.StartsWith("2000", StringComparison.Ordinal) && engine.StartsWith("2000", StringComparison.Ordinal)))
            {
                differences.Add($"{name}.cql:{step.Line}: {step.Cql.Split('\n')[0]}\n  engine: {engine}\n  server: {server}");
            }
        }

        ClusterSchema live = await new SchemaReader(_cluster.Session, dialect, null).ReadAsync(CancellationToken.None);
        foreach (SchemaDifference difference in SchemaComparer.Compare(predicted.FindKeyspace(keyspace), live.FindKeyspace(keyspace), new SchemaCompareOptions(dialect)))
        {
            differences.Add($"{name}.cql: {difference}");
        }

        await _cluster.RunAsync($"DROP KEYSPACE {keyspace}");
        Assert.True(differences.Count == 0, string.Join("\n", differences).Replace(keyspace, "ks", StringComparison.Ordinal));
    }

    // Empty for statements that the engine does not judge: they are about rows.
    private static (ClusterSchema Schema, string Verdict) Predict(ClusterSchema schema, string cql, CqlDialect dialect)
    {
        CqlStatement statement;
        try
        {
            statement = CqlParser.ParseStatement(cql, dialect);
        }
        catch (CqlParseException e)
        {
            return (schema, $"2000 {e.Message}");
        }

        if (statement is not DdlStatement)
        {
            return (schema, string.Empty);
        }

        SchemaResult result = SchemaEngine.Apply(schema, statement, new SchemaContext(dialect));
        return (result.Schema, result.Error is null ? "accepted" : result.Error.ToString());
    }

    private async Task<string> VerdictAsync(string cql)
    {
        try
        {
            await _cluster.Session.ExecuteAsync(new CqlRequest(cql) { Timeout = TimeSpan.FromMinutes(1) }, CancellationToken.None);
            return "accepted";
        }
        catch (CqlServerException e)
        {
            return new CqlError(e.ServerCode, e.Message).ToString();
        }
    }

    [GeneratedRegex(@"\bks\b", RegexOptions.CultureInvariant)]
    private static partial Regex KeyspaceWord();
}
