using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows where a keyspace stands.</summary>
public static class StatusDocument
{
    /// <summary>Makes the document: what is where, then what is pending, then the verdict in one line.</summary>
    public static ReportDocument Of(SchemaStatus status) =>
        ReportDocument.Of(
            new ReportFacts(
            [
                new("Cluster", status.Cluster),
                .. Optional("Path", status.Path),
                new("Keyspace", status.Keyspace),
                new("Dialect", status.Dialect),
                new("Current version", status.CurrentVersion ?? "none"),
                new("Latest version", status.LatestVersion ?? "none"),
                .. Optional("Minimum version", status.MinimumVersion),
                new("Applied", ReportFormat.Number(status.AppliedCount)),
                new("Pending", new ReportCell(ReportFormat.Number(status.PendingCount), status.PendingCount > 0 ? ReportTone.Warning : ReportTone.Good)),
                new("Compatible", ReportFormat.YesNo(status.Compatible)),
                new("Schema agreement", ReportFormat.YesNo(status.SchemaAgreement, ReportTone.Warning)),
                new("Lease", status.LeaseHolder is null ? "free" : new ReportCell("held by " + status.LeaseHolder, ReportTone.Warning)),
            ]),
            Pending(status.Pending),
            Verdict(status));

    /// <summary>The migrations that wait to be applied, as a table; null when there are none.</summary>
    internal static ReportTable? Pending(IReadOnlyList<PendingMigration> pending) =>
        pending.Count == 0
            ? null
            : new ReportTable(
                [new("Pending"), new("Description", Wraps: true), new("Statements", AlignRight: true), new("Risk"), new("File", Wraps: true)],
                [
                    .. pending.Select(migration => (IReadOnlyList<ReportCell>)
                    [
                        migration.Version, migration.Description, ReportFormat.Number(migration.StatementCount), ReportFormat.Risk(migration.Risk), migration.Path,
                    ]),
                ]);

    /// <summary>The verdict in one line.</summary>
    internal static ReportParagraph Verdict(SchemaStatus status) =>
        new(status.Message, !status.Compatible ? ReportTone.Bad : status.MigrationsNeeded ? ReportTone.Warning : ReportTone.Good);

    internal static IEnumerable<ReportFact> Optional(string name, string? value) => value is null ? [] : [new ReportFact(name, value)];
}
