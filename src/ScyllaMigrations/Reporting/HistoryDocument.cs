using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows history.</summary>
public static class HistoryDocument
{
    /// <summary>Makes the document: each entry, then whether the chain of hashes is intact.</summary>
    public static ReportDocument Of(IReadOnlyList<HistoryRecord> history) =>
        history.Count == 0
            ? ReportDocument.Of(new ReportParagraph("Nothing was ever applied."))
            : ReportDocument.Of(Table(history), Verdict(history));

    internal static ReportTable Table(IReadOnlyList<HistoryRecord> history) =>
        new(
            [
                new("Entry", AlignRight: true), new("Action"), new("Version"), new("Description", Wraps: true), new("At"), new("Duration", AlignRight: true),
                new("By", Wraps: true), new("Chain"),
            ],
            [
                .. history.Select(record => (IReadOnlyList<ReportCell>)
                [
                    ReportFormat.Number(record.Entry), record.Action, record.Version, record.Description, ReportFormat.Time(record.AppliedAt),
                    ReportFormat.Seconds(record.DurationSeconds), By(record),
                    record.ChainIntact ? "ok" : new ReportCell("BROKEN", ReportTone.Bad),
                ]),
            ]);

    private static ReportParagraph Verdict(IReadOnlyList<HistoryRecord> history) =>
        history.FirstOrDefault(record => !record.ChainIntact) is { } broken
            ? new ReportParagraph($"The chain of hashes is broken from entry {broken.Entry} on: history was changed by something else than this tool.", ReportTone.Bad)
            : new ReportParagraph($"{(history.Count == 1 ? "1 entry" : history.Count + " entries")}, chain of hashes intact.", ReportTone.Good);

    private static string By(HistoryRecord record) =>
        record.Host is null ? record.AppliedBy ?? string.Empty : $"{record.AppliedBy ?? "?"}@{record.Host}";
}
