using System.Linq;
using ScyllaMigrations.Linting;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a check of a catalog.</summary>
public static class LintDocument
{
    /// <summary>Makes the document: each finding with its line and caret, then the verdict.</summary>
    public static ReportDocument Of(LintResult result)
    {
        LintReport report = LintReport.Of(result);
        return ReportDocument.Of(
        [
            .. result.Findings.Select(finding => new ReportCode(finding.ToString(), "text")),
            new ReportParagraph(report.Message, !report.Valid ? ReportTone.Bad : report.WarningCount > 0 ? ReportTone.Warning : ReportTone.Good),
        ]);
    }
}
