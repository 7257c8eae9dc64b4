using System;
using ScyllaMigrations.Reporting;
using Xunit;

namespace ScyllaMigrations.Tests.Reporting;

public sealed class MarkdownReportWriterTests
{
    [Fact]
    public void Tables_and_paragraphs_are_written_in_githubs_flavour() =>
        Assert.Equal(
            """
            | Entry | Action | Version | Description | At | Duration | By | Chain |
            | ---: | --- | --- | --- | --- | ---: | --- | --- |
            | 2 | Applied | 1.0.0 | initial\_schema \| x | 2026-03-01 12:00:00Z | 250 ms | kim@build-1 | ok |

            1 entry, chain of hashes intact.

            """,
            MarkdownReportWriter.Write(HistoryDocument.Of([Results.Entry with { Description = "initial_schema | x" }])));

    [Fact]
    public void A_bad_verdict_stands_out() =>
        Assert.Contains(
            "**schema validation failed: missing table partition\\_stats**",
            MarkdownReportWriter.Write(ValidationDocument.Of(Results.Invalid)),
            StringComparison.Ordinal);

    [Fact]
    public void Code_cannot_end_its_own_fence() =>
        Assert.Equal("````sql\nSELECT '```';\n````\n", MarkdownReportWriter.Write(ReportDocument.Of(new ReportCode("SELECT '```';", "sql"))));
}
