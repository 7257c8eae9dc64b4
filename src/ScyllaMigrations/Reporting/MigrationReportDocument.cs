using ScyllaMigrations.Health;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows the whole report of a keyspace.</summary>
public static class MigrationReportDocument
{
    /// <summary>Makes the document with all parts: standing, pending, history, differences, checks, health, recommendations.</summary>
    public static ReportDocument Of(MigrationReport report) =>
        ReportDocument.Of(
            new ReportHeading($"Migrations of {report.Keyspace}"),
            Facts(report),
            new ReportParagraph(report.Message, report.Valid && report.Healthy && report.Compatible ? ReportTone.Good : ReportTone.Bad),
            report.Pending.Count == 0 ? null : new ReportHeading("Pending"),
            StatusDocument.Pending(report.Pending),
            report.History.Count == 0 ? null : new ReportHeading("History"),
            report.History.Count == 0 ? null : HistoryDocument.Table(report.History),
            report.Differences.Count == 0 ? null : new ReportHeading("Differences"),
            ValidationDocument.Differences(report.Differences),
            report.Checks.Count == 0 ? null : new ReportHeading("Checks"),
            ValidationDocument.Checks(report.Checks),
            new ReportHeading("Health"),
            HealthDocument.Checks(report.HealthChecks),
            report.Recommendations.Count == 0 ? null : new ReportHeading("Recommendations"),
            report.Recommendations.Count == 0 ? null : RecommendationsDocument.Table(report.Recommendations));

    /// <summary>Makes the short document: standing, verdicts and counts.</summary>
    public static ReportDocument Summary(MigrationReport report) =>
        ReportDocument.Of(
            Facts(report),
            new ReportFacts(
            [
                new("Pending", ReportFormat.Number(report.Pending.Count)),
                new("History entries", ReportFormat.Number(report.History.Count)),
                new("Differences", ReportFormat.Number(report.Differences.Count)),
                new("Recommendations", ReportFormat.Number(report.Recommendations.Count)),
            ]),
            new ReportParagraph(report.Message, report.Valid && report.Healthy && report.Compatible ? ReportTone.Good : ReportTone.Bad));

    private static ReportFacts Facts(MigrationReport report) =>
        new(
        [
            new("Cluster", report.Cluster),
            .. StatusDocument.Optional("Path", report.Path),
            new("Keyspace", report.Keyspace),
            new("Server", $"{report.ServerVersion} ({report.Dialect})"),
            new("Current version", report.CurrentVersion ?? "none"),
            new("Latest version", report.LatestVersion ?? "none"),
            .. StatusDocument.Optional("Minimum version", report.MinimumVersion),
            new("Compatible", ReportFormat.YesNo(report.Compatible)),
            new("Schema as predicted", ReportFormat.YesNo(report.Valid)),
            new("Healthy", ReportFormat.YesNo(report.Healthy)),
            new("Schema agreement", ReportFormat.YesNo(report.SchemaAgreement, ReportTone.Warning)),
            new("History intact", ReportFormat.YesNo(report.ChainIntact)),
            new("Lease", report.LeaseHolder is null ? "free" : "held by " + report.LeaseHolder),
            new("Made", ReportFormat.Time(report.GeneratedAt) + (report.ToolVersion is null ? string.Empty : " by version " + report.ToolVersion)),
        ]);
}
