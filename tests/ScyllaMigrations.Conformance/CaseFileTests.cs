using System;
using System.Linq;
using Xunit;

namespace ScyllaMigrations.Conformance;

public sealed class CaseFileTests
{
    [Fact]
    public void A_case_is_read_with_its_statements_and_what_comes_of_them()
    {
        CaseFile file = CaseFile.Parse("x", """
            -- About.
            -- @dialect cassandra scylla-2025.x
            -- @feature functions

            CREATE TABLE ks.t (
                k int PRIMARY KEY);
            SELECT k FROM ks.t;
            --~ k
            --~ 1
            --~ 2
            BEGIN BATCH
              INSERT INTO ks.t (k) VALUES (1);
            APPLY BATCH;
            --! 2200 Something…
            """.Split('\n'));
        Assert.Equal(["cassandra", "scylla-2025.x"], file.Dialects);
        Assert.Equal(["functions"], file.Features);
        Assert.Equal([5, 7, 11], file.Steps.Select(step => step.Line));
        Assert.Equal("CREATE TABLE ks.t (\n    k int PRIMARY KEY)", file.Steps[0].Cql);
        Assert.Null(file.Steps[0].Rows);
        Assert.True(file.Steps[1].AnyOrder);
        Assert.Equal([["k"], ["1"], ["2"]], file.Steps[1].Rows!);
        Assert.Equal((0x2200, "Something…"), file.Steps[2].Error);
    }

    [Theory]
    [InlineData("--> k")]
    [InlineData("SELECT 1;\n--! nope")]
    [InlineData("SELECT 1")]
    public void What_is_no_case_is_refused(string text) => Assert.Throws<FormatException>(() => CaseFile.Parse("x", text.Split('\n')));
}
