using System.Linq;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a new migration.</summary>
public static class ScaffoldDocument
{
    /// <summary>Makes the document: the version and the files, one a line.</summary>
    public static ReportDocument Of(ScaffoldResult result) =>
        ReportDocument.Of(new ReportFacts([new("Version", result.Version), .. result.Files.Select(file => new ReportFact("File", file))]));
}
