using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

public sealed class LimitTests
{
    [Theory]
    [InlineData("SELECT * FROM t WHERE a = ", "[", "1", "]", "")]
    [InlineData("SELECT * FROM t WHERE a = ", "{", "1", "}", "")]
    [InlineData("SELECT * FROM t WHERE a = ", "(", "1", ")", "")]
    [InlineData("SELECT * FROM t WHERE a = ", "f(", "1", ")", "")]
    [InlineData("SELECT * FROM t WHERE a = ", "(int)", "1", "", "")]
    [InlineData("SELECT * FROM t WHERE ", "(", "a = 1", ")", "")]
    [InlineData("SELECT ", "f(", "a", ")", " FROM t")]
    [InlineData("SELECT ", "(", "a", ")", " FROM t")]
    [InlineData("SELECT ", "(int)", "a", "", " FROM t")]
    [InlineData("SELECT ", "CAST(", "a", " AS int)", " FROM t")]
    [InlineData("CREATE TABLE t (a ", "frozen<list<", "int", ">>", " PRIMARY KEY)")]
    public void Deep_nesting_is_an_error_and_no_crash(string before, string open, string inner, string close, string after)
    {
        string Deep(int depth) =>
            before + string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth)) + after;

        Assert.Empty(Parse(Deep(20)).Diagnostics);
        Assert.Equal(CqlErrorId.LimitExceeded, Assert.Single(Parse(Deep(100_000)).Diagnostics).Id);
    }

    [Theory]
    [InlineData("SELECT ", "a + ", "a FROM t")]
    [InlineData("SELECT ", "a * ", "a FROM t")]
    [InlineData("SELECT ", "- ", "a FROM t")]
    [InlineData("SELECT a", ".a", " FROM t")]
    [InlineData("SELECT a", "[1]", " FROM t")]
    [InlineData("SELECT * FROM t WHERE a = 1", " + 1", "")]
    public void Long_chains_are_limited_too(string before, string link, string after)
    {
        string Chain(int length) => before + string.Concat(Enumerable.Repeat(link, length)) + after;

        CqlScript script = Parse(Chain(900));
        Assert.Empty(script.Diagnostics);
        Assert.Equal(script.Statements[0].Statement, Parse(CqlWriter.Write(script.Statements[0].Statement!)).Statements[0].Statement);
        Assert.Equal(CqlErrorId.LimitExceeded, Assert.Single(Parse(Chain(100_000)).Diagnostics).Id);
    }

    [Fact]
    public void A_token_and_a_text_may_only_be_so_long()
    {
        CqlLimits limits = new() { TokenLength = 10, TextLength = 100 };

        Assert.Equal(CqlErrorId.LimitExceeded, Parse("USE abcdefghijk", limits).Diagnostics[0].Id);
        Assert.Empty(Parse("USE abcdefghij", limits).Diagnostics);
        Assert.Equal(CqlErrorId.LimitExceeded, Parse(new string(' ', 101), limits).Diagnostics[0].Id);
    }

    private static CqlScript Parse(string text, CqlLimits? limits = null) =>
        CqlParser.Parse(new SourceText("f.cql", text), CqlDialect.Cassandra50, limits);
}
