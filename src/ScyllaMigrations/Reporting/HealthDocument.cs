using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Health;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a health report.</summary>
public static class HealthDocument
{
    /// <summary>Makes the document: each check with its reason, then the verdict.</summary>
    public static ReportDocument Of(HealthReport report) =>
        ReportDocument.Of(
            new ReportFacts(
            [
                new("Cluster", report.Cluster),
                .. StatusDocument.Optional("Path", report.Path),
                new("Keyspace", report.Keyspace),
                new("Status", new ReportCell(report.Status, Tone(report.Status))),
            ]),
            Checks(report.Checks),
            new ReportParagraph(report.Message, Tone(report.Status)));

    internal static ReportTable Checks(IReadOnlyList<HealthFinding> checks) =>
        new(
            [new("Check"), new("Status"), new("Reason", Wraps: true), new("What to do", Wraps: true)],
            [.. checks.Select(check => (IReadOnlyList<ReportCell>)[check.Name, new(check.Status, Tone(check.Status)), check.Message, check.Remedy])]);

    private static ReportTone Tone(string status) => status switch
    {
        "Healthy" => ReportTone.Good,
        "Degraded" => ReportTone.Warning,
        _ => ReportTone.Bad,
    };
}
