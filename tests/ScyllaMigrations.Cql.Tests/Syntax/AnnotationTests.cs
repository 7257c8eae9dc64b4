using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

public sealed class AnnotationTests
{
    [Fact]
    public void Annotations_belong_to_the_statement_that_follows()
    {
        CqlScript script = Parse("-- @timeout 10m\n--@Allow drop-column  it is empty \n-- plain\nUSE a; -- @late x\n-- @window night\nUSE b;");

        Assert.Equal(["timeout=10m", "allow=drop-column  it is empty"], Texts(script.Statements[0].Annotations));
        Assert.Equal(["window=night"], Texts(script.Statements[1].Annotations));
        Assert.Equal(Texts(script.Statements[0].Annotations), Texts(script.HeaderAnnotations));
        Assert.Equal("10m", script.Statements[0].FindAnnotation("timeout")!.Argument);
        Assert.Null(script.Statements[0].FindAnnotation("window"));
    }

    [Fact]
    public void Annotations_inside_a_statement_or_in_block_comments_are_comments() =>
        Assert.Empty(Parse("/* @a b */ USE -- @c d\n -- @e f\n a;").Statements[0].Annotations);

    [Fact]
    public void A_file_of_annotations_alone_has_header_annotations() =>
        Assert.Equal(["window=x"], Texts(Parse("-- @window x").HeaderAnnotations));

    [Theory]
    [InlineData("scylla", false)]
    [InlineData("scylla-2025.4", false)]
    [InlineData("cassandra", true)]
    [InlineData("cassandra-5", true)]
    [InlineData("cassandra-4", false)]
    [InlineData("scylla, cassandra-5.0", true)]
    public void A_statement_for_another_dialect_is_skipped_unparsed(string dialect, bool parsed)
    {
        ParsedStatement statement = Parse($"-- @dialect {dialect}\nUSE a;").Statements[0];

        Assert.Equal(!parsed, statement.Skipped);
        Assert.Equal(parsed, statement.Statement is not null);
    }

    [Fact]
    public void A_skipped_statement_may_have_foreign_grammar()
    {
        CqlScript script = Parse("-- @dialect scylla\nCREATE SERVICE LEVEL x;\nUSE a;");

        Assert.Empty(script.Diagnostics);
        Assert.Equal("CREATE SERVICE LEVEL x", script.Statements[0].Text);
        Assert.Equal(new UseStatement("a"), script.Statements[1].Statement);
    }

    [Fact]
    public void An_opaque_statement_that_does_not_parse_is_kept_as_text()
    {
        CqlScript script = Parse("-- @opaque newer syntax\nCREATE THING x -- y\n WITH ';' ;\nUSE a;");

        Assert.Empty(script.Diagnostics);
        Assert.True(script.Statements[0].Opaque);
        Assert.Null(script.Statements[0].Statement);
        Assert.Equal("CREATE THING x\n WITH ';'", script.Statements[0].TextToSend);
        Assert.Equal(new UseStatement("a"), script.Statements[1].Statement);
    }

    [Fact]
    public void An_opaque_statement_that_parses_is_parsed()
    {
        ParsedStatement statement = Parse("-- @opaque why\nUSE a;").Statements[0];

        Assert.False(statement.Opaque);
        Assert.Equal(new UseStatement("a"), statement.Statement);
    }

    [Fact]
    public void An_opaque_string_without_its_end_is_still_an_error() =>
        Assert.Single(Parse("-- @opaque why\nCREATE THING 'x;").Diagnostics);

    private static string[] Texts(ValueList<CqlAnnotation> annotations) => [.. annotations.Select(a => $"{a.Name}={a.Argument}")];

    private static CqlScript Parse(string text) => CqlParser.Parse(new SourceText("f.cql", text), CqlDialect.Cassandra50);
}
