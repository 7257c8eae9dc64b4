using System;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

public sealed class DiagnosticTests
{
    [Fact]
    public void An_error_shows_file_line_column_and_a_caret()
    {
        string shown = First("USE a;\nCREATE TABLE t (\n\ta int PRIMRY KEY\n)").ToString();

        Assert.Equal(
            "f.cql:3:8: error CQL1001: found 'PRIMRY', expected STATIC, PRIMARY, ',' or ')'\n  \ta int PRIMRY KEY\n  \t      ^~~~~~",
            shown);
    }

    [Theory]
    [InlineData("DROP TABEL t", "1:6", "found 'TABEL', expected KEYSPACE, TABLE, TYPE, INDEX, MATERIALIZED VIEW, FUNCTION, AGGREGATE, ROLE or USER")]
    [InlineData("CREATE TABLE order (a int)", "1:14", "found 'order', expected IF or a name; it is a reserved word, as a name it must be written \"order\"")]
    [InlineData("DROP TABLE", "1:11", "found the end of the text, expected IF or a name")]
    [InlineData("DROP TABLE _t", "1:12", "the character '_' starts nothing in CQL, expected IF or a name")]
    [InlineData("CREATE KEYSPACE k WITH a = foo", "1:28", "found 'foo', expected a constant or '{'")]
    [InlineData("CREATE KEYSPACE k WITH a = 1 AND a = 2", "1:34", "the property 'a' is given twice")]
    [InlineData("CREATE KEYSPACE k WITH a = {'x': ?}", "1:34", "the value of an option must be a constant; bind markers have no place in DDL")]
    [InlineData("CREATE KEYSPACE k WITH a = {'x': 1, 'x': 2}", "1:37", "the option 'x' is given twice")]
    [InlineData("ALTER TABLE t DROP a, b", "1:21", "found ',', expected USING, ';' or the end of the statement")]
    [InlineData("CREATE TABLE t (a int PRIMARY KEY) WITH CLUSTERING ORDER BY (a)", "1:63", "found ')', expected ASC or DESC")]
    [InlineData("UPDATE t SET a = b + 1 WHERE k = 1", "1:18", "'a' can only be computed from itself, not from 'b'")]
    [InlineData("UPDATE t SET a = 1, a = 2 WHERE k = 1", "1:21", "the column 'a' is set more than once")]
    [InlineData("GRANT EXECUTE ON t TO r", "1:7", "none of these permissions exists for this kind of resource")]
    [InlineData("SELECT * FROM t LIMIT 10ALLOW FILTERING", "1:23", "'10ALLOW' is neither a number nor a name, expected an integer")]
    public void A_message_says_what_was_found_and_what_was_expected(string text, string position, string message)
    {
        CqlDiagnostic diagnostic = First(text);

        Assert.Equal(position, diagnostic.Position.ToString());
        Assert.Equal(message, diagnostic.Message);
    }

    [Fact]
    public void What_was_expected_is_also_a_list() =>
        Assert.Equal(["ASC", "DESC"], First("CREATE TABLE t (a int) WITH CLUSTERING ORDER BY (a)").Expected);

    [Fact]
    public void A_very_long_line_is_shown_around_the_caret()
    {
        string[] lines = First("SELECT " + string.Concat(Enumerable.Repeat("a, ", 1000)) + "FROM t").ToString().Split('\n');

        Assert.True(lines[1].Length < 200);
        Assert.Equal('F', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Locate_finds_the_first_identifier_of_that_name()
    {
        SourceText source = new("f.cql", "-- b\nALTER TABLE t ADD 'b' \"B\" B int /* b */");
        SourceSpan all = new(0, source.Text.Length);

        Assert.Equal("B", source.GetText(source.Locate(all, "b")!.Value));
        Assert.Equal("\"B\"", source.GetText(source.Locate(all, "B")!.Value));
        Assert.Null(source.Locate(all, "c"));
        Assert.Null(source.Locate(new SourceSpan(0, 10), "b"));
    }

    [Fact]
    public void Lines_and_columns_count_from_one()
    {
        SourceText source = new("f.cql", "ab\r\nc\n");

        Assert.Equal(3, source.LineCount);
        Assert.Equal(new LinePosition(1, 1), source.GetPosition(0));
        Assert.Equal(new LinePosition(2, 1), source.GetPosition(4));
        Assert.Equal(new LinePosition(3, 1), source.GetPosition(99));
        Assert.Equal("ab", source.GetLine(1));
        Assert.Equal("c", source.GetLine(2));
        Assert.Equal(string.Empty, source.GetLine(3));
    }

    private static CqlDiagnostic First(string text) =>
        CqlParser.Parse(new SourceText("f.cql", text), CqlDialect.Cassandra50).Diagnostics[0];
}
