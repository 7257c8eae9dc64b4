using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

/// <summary>Statements whose verdict was asked of a real Cassandra 5.0.6 parser.</summary>
public sealed class CassandraVerdictTests
{
    [Fact]
    public void The_parser_accepts_and_refuses_what_Cassandra_does()
    {
        List<string> differences = [];
        foreach ((bool accepted, string statement) in Verdicts())
        {
            CqlScript script = CqlParser.Parse(new SourceText("<verdict>", statement), CqlDialect.Cassandra50);
            bool parsed = !script.HasErrors && script.Statements.Count == 1;
            if (parsed != accepted)
            {
                differences.Add($"{(accepted ? "accepted" : "refused")} by Cassandra: {statement}");
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void What_is_accepted_reads_back_equal_after_writing()
    {
        foreach ((bool accepted, string statement) in Verdicts())
        {
            if (accepted)
            {
                CqlStatement parsed = CqlParser.ParseStatement(statement, CqlDialect.Cassandra50);
                Assert.Equal(parsed, CqlParser.ParseStatement(CqlWriter.Write(parsed), CqlDialect.Cassandra50));
            }
        }
    }

    [Fact]
    public void Every_refusal_has_a_place_a_message_and_the_syntax_code()
    {
        foreach ((bool accepted, string statement) in Verdicts().Where(v => !v.Accepted))
        {
            foreach (CqlDiagnostic diagnostic in CqlParser.Parse(new SourceText("f.cql", statement), CqlDialect.Cassandra50).Diagnostics)
            {
                Assert.Equal(CqlDiagnostic.SyntaxErrorCode, diagnostic.Code);
                Assert.InRange(diagnostic.Span.Start, 0, statement.Length);
                Assert.StartsWith($"f.cql:{diagnostic.Position}: error CQL1", diagnostic.ToString(), StringComparison.Ordinal);
            }

            Assert.False(accepted);
        }
    }

    private static IEnumerable<(bool Accepted, string Statement)> Verdicts()
    {
        using Stream stream = typeof(CassandraVerdictTests).Assembly.GetManifestResourceStream("cassandra-5.0.6-verdicts.txt")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0)
            {
                yield return (line[..tab] == "OK", line[(tab + 1)..]);
            }
        }
    }
}
