using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded;

public sealed class CqlScratchTests
{
    [Fact]
    public async Task Every_statement_gets_its_verdict_and_use_carries_over()
    {
        CqlScratchResult result = await CqlScratch.RunAsync(
            [
                Parse("a.cql", ClusterFixture.Keyspace + "; USE k; CREATE TABLE t (a int PRIMARY KEY);"),
                Parse("b.cql", "INSERT INTO t (a) VALUES ('x'); CREATE TABEL u;\n-- @dialect scylla\nCREATE SERVICE LEVEL s;\nINSERT INTO t (a) VALUES (1); SELECT a FROM t;"),
            ],
            options: null,
            CancellationToken.None);
        Assert.Equal(
            [
                (CqlScratchOutcome.Accepted, null), (CqlScratchOutcome.Accepted, null), (CqlScratchOutcome.Accepted, null),
                (CqlScratchOutcome.Refused, 0x2200), (CqlScratchOutcome.Refused, 0x2000), (CqlScratchOutcome.NotRun, null),
                (CqlScratchOutcome.Accepted, null), (CqlScratchOutcome.Accepted, (int?)null),
            ],
            result.Verdicts.Select(v => (v.Outcome, v.Code)));
        Assert.Equal("Invalid STRING constant (x) for \"a\" of type int", result.Verdicts[3].Message);
        Assert.Equal("b.cql", result.Verdicts[3].Source.Path);
        Assert.Equal(1, Assert.IsType<int>(result.Verdicts[^1].Result!.Rows[0]["a"]));
        Assert.NotNull(result.Schema.FindTable("k", "t"));
        Assert.False(result.Succeeded);
    }

    private static CqlScript Parse(string path, string text) => CqlParser.Parse(new SourceText(path, text), CqlDialect.Cassandra50);
}
