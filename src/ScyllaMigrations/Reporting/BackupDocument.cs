using ScyllaMigrations.Backup;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a backup.</summary>
public static class BackupDocument
{
    /// <summary>Makes the document: where it is and what it holds.</summary>
    public static ReportDocument Of(BackupResult result) =>
        ReportDocument.Of(
            new ReportFacts(
            [
                new("Cluster", result.Cluster),
                new("Keyspace", result.Keyspace),
                new("Version", result.Version ?? "none"),
                new("Objects", ReportFormat.Number(result.ObjectCount)),
                new("History", ReportFormat.Number(result.HistoryCount) + (result.HistoryCount == 1 ? " entry" : " entries")),
                new("File", result.File),
            ]));
}
