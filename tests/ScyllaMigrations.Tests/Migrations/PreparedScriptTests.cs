using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class PreparedScriptTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["a"] = "long value", ["b"] = "", ["quote"] = "it''s", ["nested"] = "${a}" };

    private static PreparedScript Prepare(string text) => PreparedScript.Create(new SourceText("x.cql", text), Variables);

    [Theory]
    [InlineData("${a}-${b}-${a}", "long value--long value")]
    [InlineData("'${quote}' \"${a}\"", "'it''s' \"long value\"")]
    [InlineData("${nested}", "${a}")]
    [InlineData("'$${a}' $a {a} $", "'${a}' $a {a} $")]
    [InlineData("-- ${unknown}\n/* ${unknown} */ // ${unknown}", "-- ${unknown}\n/* ${unknown} */ // ${unknown}")]
    [InlineData("$${ return ${unknown}; }$$ ${a}", "$${ return ${unknown}; }$$ long value")]
    [InlineData("'--' ${a}", "'--' long value")]
    public void Variables_are_replaced_as_text_outside_of_comments_and_bodies(string text, string expected)
    {
        PreparedScript script = Prepare(text);
        Assert.Empty(script.Findings);
        Assert.Equal(expected, script.Expanded.Text);
    }

    [Fact]
    public void Places_lead_back_to_the_file_as_written()
    {
        PreparedScript script = Prepare("x ${a} y\n${b}z '$${' w");
        Assert.Equal("x long value y\nz '${' w", script.Expanded.Text);
        foreach ((char mark, LinePosition expected) in new[] { ('x', new LinePosition(1, 1)), ('g', new(1, 3)), ('y', new(1, 8)), ('z', new(2, 5)), ('w', new(2, 13)) })
        {
            int offset = script.Expanded.Text.IndexOf(mark, StringComparison.Ordinal);
            Assert.Equal(expected, script.OriginalPosition(offset));
        }
    }

    [Theory]
    [InlineData("a ${nope}", FindingIds.UnknownVariable, 3)]
    [InlineData("${", FindingIds.InvalidVariable, 1)]
    [InlineData("x ${a b}", FindingIds.InvalidVariable, 3)]
    [InlineData("${}", FindingIds.InvalidVariable, 1)]
    public void Unknown_and_malformed_variables_are_found_with_their_place(string text, string id, int column)
    {
        Finding finding = Assert.Single(Prepare(text).Findings);
        Assert.Equal((id, 1, column), (finding.Id, finding.Line, finding.Column));
    }

    [Fact]
    public void Any_text_can_be_scanned()
    {
        const string Alphabet = "$${}'\"-/*a \n;@";
        for (int seed = 0; seed < 20000; seed++)
        {
            int rest = seed * 7919;
            string text = string.Concat(Enumerable.Range(0, 6).Select(_ => { char c = Alphabet[rest % Alphabet.Length]; rest /= Alphabet.Length; return c; }));
            PreparedScript script = Prepare(text);
            Assert.InRange(script.OriginalOffset(script.Expanded.Text.Length), 0, text.Length);
        }
    }
}
