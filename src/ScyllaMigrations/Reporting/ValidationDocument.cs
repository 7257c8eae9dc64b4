using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Drift;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a validation.</summary>
public static class ValidationDocument
{
    /// <summary>Makes the document: what was compared, each difference, each check, then the verdict.</summary>
    public static ReportDocument Of(ValidationResult result) =>
        ReportDocument.Of(
            new ReportFacts(
            [
                new("Cluster", result.Cluster),
                .. StatusDocument.Optional("Path", result.Path),
                new("Keyspace", result.Keyspace),
                new("Version", result.Version ?? "none"),
                new("Duration", ReportFormat.Seconds(result.DurationSeconds)),
            ]),
            Differences(result.Differences),
            Checks(result.Checks),
            new ReportParagraph(result.Message, result.Valid ? ReportTone.Good : ReportTone.Bad));

    internal static ReportTable? Differences(IReadOnlyList<ValidationDifference> differences) =>
        differences.Count == 0
            ? null
            : new ReportTable(
                [new("Difference"), new("Object"), new("Expected", Wraps: true), new("Actual", Wraps: true)],
                [
                    .. differences.Select(difference => (IReadOnlyList<ReportCell>)
                    [
                        new(difference.Kind, ReportTone.Bad), difference.Object, difference.Expected, difference.Actual,
                    ]),
                ]);

    internal static ReportTable? Checks(IReadOnlyList<CheckOutcome> checks) =>
        checks.Count == 0
            ? null
            : new ReportTable(
                [new("Check"), new("Version"), new("Result"), new("Message", Wraps: true)],
                [
                    .. checks.Select(check => (IReadOnlyList<ReportCell>)
                    [
                        check.Source, check.Version, check.Passed ? new("passed", ReportTone.Good) : new("FAILED", ReportTone.Bad), check.Message,
                    ]),
                ]);
}
