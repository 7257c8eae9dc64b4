using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a catalog.</summary>
public static class CatalogDocument
{
    /// <summary>Makes the document: each migration in its order.</summary>
    public static ReportDocument Of(IReadOnlyList<CatalogEntry> entries) =>
        entries.Count == 0
            ? ReportDocument.Of(new ReportParagraph("There are no migrations."))
            : ReportDocument.Of(
                new ReportTable(
                    [new("Version"), new("Description", Wraps: true), new("File", Wraps: true), new("Down"), new("Check"), new("Checksum")],
                    [
                        .. entries.Select(entry => (IReadOnlyList<ReportCell>)
                        [
                            entry.Version, entry.Description, entry.File, entry.DownFile is null ? "derived" : "script",
                            entry.CheckFile is null ? "none" : "script", ReportFormat.Short(entry.Checksum),
                        ]),
                    ]),
                new ReportParagraph(ReportFormat.Count(entries.Count, "migration") + "."));
}
