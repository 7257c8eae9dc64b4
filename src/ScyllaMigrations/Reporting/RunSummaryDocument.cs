using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows in a few lines where a run left the keyspace.</summary>
public static class RunSummaryDocument
{
    /// <summary>Makes the document: whether the schema is as predicted, and the status in one line.</summary>
    public static ReportDocument Of(ValidationResult validation, SchemaStatus status) =>
        ReportDocument.Of(
            new ReportFacts(
            [
                new("Validation", new ReportCell(validation.Message, validation.Valid ? ReportTone.Good : ReportTone.Bad)),
                new("Status", StatusLine(status)),
            ]),
            ValidationDocument.Differences(validation.Differences));

    private static ReportCell StatusLine(SchemaStatus status)
    {
        ReportParagraph verdict = StatusDocument.Verdict(status);
        return new ReportCell($"{status.Keyspace} on {status.Cluster}: {verdict.Text}", verdict.Tone);
    }
}
