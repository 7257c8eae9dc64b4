using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows what a run did.</summary>
public static class MigrationResultDocument
{
    /// <summary>Makes the document: each migration with its statements and time, warnings, then the result in one line.</summary>
    public static ReportDocument Of(MigrationResult result)
    {
        bool up = result.Direction == "Up";
        return ReportDocument.Of(
        [
            result.Migrations.Count == 0 ? null : Migrations(result, up ? "Applied" : "Taken back"),
            result.Migrations.Count == 0 ? null : Totals(result),
            .. result.Warnings.Select(warning => new ReportParagraph("warning: " + warning, ReportTone.Warning)),
            new ReportParagraph(result.Message, ReportTone.Good),
        ]);
    }

    private static ReportTable Migrations(MigrationResult result, string header) =>
        new(
            [new(header), new("Description", Wraps: true), new("Statements", AlignRight: true), new("Duration", AlignRight: true), new("File", Wraps: true)],
            [
                .. result.Migrations.Select(migration => (IReadOnlyList<ReportCell>)
                [
                    migration.Version, migration.Description, ReportFormat.Number(migration.StatementCount),
                    ReportFormat.Seconds(migration.DurationSeconds), migration.Path,
                ]),
            ]);

    private static ReportFacts Totals(MigrationResult result) =>
        new(
        [
            new("Version", $"{result.FromVersion ?? "none"} -> {result.ToVersion ?? "none"}"),
            new("Statements sent", ReportFormat.Number(result.StatementCount)),
            new("Duration", ReportFormat.Seconds(result.DurationSeconds)),
            .. StatusDocument.Optional("Resumed", result.Resumed ? "yes, an interrupted run was finished" : null),
            .. StatusDocument.Optional("Backup", result.BackupFile),
        ]);
}
