using System;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ; ;; ", "")]
    [InlineData("-- only a comment", "")]
    [InlineData("USE a", "USE a")]
    [InlineData("USE a;", "USE a")]
    [InlineData("USE a;;USE b", "USE a|USE b")]
    [InlineData("USE a -- x", "USE a")]
    [InlineData("USE a; -- x\n// y\nUSE b; /* z */", "USE a|USE b")]
    [InlineData("/* ; */ USE /* ; */ a ;", "USE  a")]
    [InlineData("USE/**/a", "USE a")]
    [InlineData("USE \"a;b\"; USE c", "USE \"a;b\"|USE c")]
    [InlineData("SELECT ';' FROM t; USE c", "SELECT ';' FROM t|USE c")]
    [InlineData("SELECT 'it''s;' FROM t; USE c", "SELECT 'it''s;' FROM t|USE c")]
    [InlineData("SELECT '--' FROM t; USE c", "SELECT '--' FROM t|USE c")]
    [InlineData("SELECT $$ ; -- ' $$ FROM t; USE c", "SELECT $$ ; -- ' $$ FROM t|USE c")]
    [InlineData("BEGIN BATCH DELETE FROM t WHERE a = 1; DELETE FROM t WHERE a = 2; APPLY BATCH; USE c",
        "BEGIN BATCH DELETE FROM t WHERE a = 1; DELETE FROM t WHERE a = 2; APPLY BATCH|USE c")]
    [InlineData("USE a -- why\n;\nUSE b", "USE a|USE b")]
    [InlineData("CREATE TABLE t ( -- cols\n  a int, -- key\r\n  PRIMARY KEY (a)\n)", "CREATE TABLE t (\n  a int,\r\n  PRIMARY KEY (a)\n)")]
    public void A_text_splits_by_the_grammar_and_comments_are_not_sent(string text, string statements)
    {
        CqlScript script = Parse(text);

        Assert.Empty(script.Diagnostics);
        Assert.Equal(statements, string.Join('|', script.Statements.Select(s => s.TextToSend)));
    }

    [Fact]
    public void Span_and_text_are_those_of_the_file()
    {
        ParsedStatement statement = Parse("-- head\n  USE /* x */ a ; ").Statements[0];

        Assert.Equal(new SourceSpan(10, 13), statement.Span);
        Assert.Equal("USE /* x */ a", statement.Text);
    }

    [Fact]
    public void After_an_error_the_next_statement_is_read_and_all_errors_are_reported()
    {
        CqlScript script = Parse("CREATE TABEL t (a int);\nUSE a;\nDROP TABLE;\nUSE b;");

        Assert.Equal(["1:8", "3:11"], script.Diagnostics.Select(d => d.Position.ToString()));
        Assert.Equal(4, script.Statements.Count);
        Assert.Equal("CREATE TABEL t (a int)", script.Statements[0].Text);
        Assert.Equal(new UseStatement("b"), script.Statements[3].Statement);
        Assert.Single(script.Statements[0].Diagnostics);
        Assert.Null(script.Statements[0].Statement);
    }

    [Fact]
    public void An_error_in_a_batch_is_one_error()
    {
        CqlScript script = Parse("BEGIN BATCH INSERT INTO t (a) VALUES (1); INSRT; DELETE FROM t WHERE a = 1; APPLY BATCH; USE a;");

        Assert.Single(script.Diagnostics);
        Assert.Equal(new UseStatement("a"), script.Statements[^1].Statement);
    }

    [Fact]
    public void A_batch_that_never_ends_does_not_swallow_what_follows()
    {
        CqlScript script = Parse("BEGIN BATCH DELETE FROM t WHERE; CREATE TYPE x (a int); USE a;");

        Assert.Single(script.Diagnostics);
        Assert.Equal(new UseStatement("a"), script.Statements[^1].Statement);
        Assert.Equal(3, script.Statements.Count);
    }

    [Theory]
    [InlineData("SELECT 'a", "a string that starts here has no closing quote")]
    [InlineData("SELECT \"a", "a quoted name that starts here has no closing quote")]
    [InlineData("SELECT $$ a", "a $$ body that starts here has no closing $$")]
    [InlineData("USE a; /* x", "a comment that starts here has no closing */")]
    public void What_does_not_end_is_reported_where_it_starts(string text, string message)
    {
        CqlDiagnostic diagnostic = Assert.Single(Parse(text).Diagnostics);

        Assert.Equal(CqlErrorId.Unterminated, diagnostic.Id);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(7, diagnostic.Span.Start);
    }

    [Theory]
    [InlineData("SOURCE 'x.cql'", "SOURCE")]
    [InlineData("consistency QUORUM\nUSE a;", "CONSISTENCY")]
    [InlineData("PAGING OFF\nUSE a;", "PAGING")]
    [InlineData("COPY t (a,\n b) FROM 'x.csv';USE a;", "COPY")]
    public void Commands_of_cqlsh_are_refused_by_name_and_end_where_cqlsh_ends_them(string text, string name)
    {
        CqlScript script = Parse(text);

        CqlDiagnostic diagnostic = Assert.Single(script.Diagnostics);
        Assert.Equal(CqlErrorId.ShellCommand, diagnostic.Id);
        Assert.StartsWith(name + " is a command of cqlsh", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(text.Contains("USE", StringComparison.Ordinal) ? 2 : 1, script.Statements.Count);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Assert.Empty(Parse("\uFEFFUSE a;").Diagnostics);

    [Fact]
    public void ParseStatement_wants_exactly_one()
    {
        Assert.Contains("found no statement", Error(" -- x"), StringComparison.Ordinal);
        Assert.Contains("<statement>:1:8: error CQL1001: found a second statement", Error("USE a; USE b"), StringComparison.Ordinal);
    }

    private static string Error(string text) =>
        Assert.Throws<CqlParseException>(() => CqlParser.ParseStatement(text, CqlDialect.Cassandra50)).Message;

    private static CqlScript Parse(string text) => CqlParser.Parse(new SourceText("f.cql", text), CqlDialect.Cassandra50);
}
