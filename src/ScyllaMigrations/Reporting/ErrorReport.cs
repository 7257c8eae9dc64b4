using System.Linq;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Reporting;

/// <summary>An error as a document for programs: <c>{ "error": { … } }</c>.</summary>
/// <param name="Error">The error.</param>
public sealed record ErrorReport(ErrorReportBody Error)
{
    /// <summary>Makes the report of an exception.</summary>
    public static ErrorReport Of(MigrationException exception) =>
        new(new ErrorReportBody
        {
            Code = exception.Code.Id,
            ExitCode = (int)exception.Code.ExitCode,
            Message = exception.Message,
            Remedy = exception.Code.Remedy,
            Subject = exception.Subject,
            Findings = [.. exception.Findings.Select(FindingReport.Of)],
        });
}
