using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ScyllaMigrations.Cql.Schema;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Schema;

/// <summary>The engine answers what Apache Cassandra 5.0.6 answered, statement by statement: code and, where it means something, message.</summary>
public sealed class RecordedAnswersTests
{
    public static TheoryData<string> Files => new(Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith("Recorded.", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_engine_answers_as_the_server_did(string file)
    {
        SimulatedServer server = SimulatedServer.Cassandra();
        List<string> wrong = [];
        foreach ((string statement, string expected) in Read(file))
        {
            string answer = server.Answer(statement);
            if (answer != expected && !(expected.Length == 4 && answer.StartsWith(expected, StringComparison.Ordinal)))
            {
                wrong.Add($"{statement}{Environment.NewLine}  expected {expected}{Environment.NewLine}  answered {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(10)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_schema_of_the_recorded_statements_survives_being_written_and_read(string file)
    {
        SimulatedServer server = SimulatedServer.Cassandra();
        foreach ((string statement, string _) in Read(file))
        {
            server.Answer(statement);
        }

        string text = SchemaWriter.Write(server.Schema, new SchemaWriterOptions { IncludeIds = true });
        ClusterSchema again = SimulatedServer.Cassandra().WithScript(text).Schema;
        Assert.Equal(text, SchemaWriter.Write(again, new SchemaWriterOptions { IncludeIds = true }));
        Assert.Equal(server.Schema, again);
        Assert.Empty(SchemaComparer.Compare(server.Schema, again, new SchemaCompareOptions(SimulatedServer.CassandraWithAll)));
    }

    private static IEnumerable<(string Statement, string Expected)> Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using StreamReader reader = new(stream);
        string? statement = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("  => ", StringComparison.Ordinal))
            {
                yield return (statement!, line["  => ".Length..]);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                statement = line;
            }
        }
    }
}
