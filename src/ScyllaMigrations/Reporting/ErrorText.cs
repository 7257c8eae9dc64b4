using System;
using System.Linq;
using System.Text;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Reporting;

/// <summary>Writes an error for people: <c>error Id: message</c>, each finding with its line and caret, then the remedy.</summary>
public static class ErrorText
{
    // A file with thousands of faults would push the first one, which is mostly the cause, out of sight.
    private const int MostFindings = 50;

    /// <summary>Writes an error; lines end with LF.</summary>
    public static string Write(MigrationException exception)
    {
        StringBuilder text = new();
        text.Append("error ").Append(exception.Code.Id).Append(": ").Append(exception.Message).Append('\n');

        // Some messages are made of the findings, for hosts that show nothing else.
        string[] findings = [.. exception.Findings.Select(finding => finding.ToString()).Where(finding => exception.Message.IndexOf(finding, StringComparison.Ordinal) < 0)];
        foreach (string finding in findings.Take(MostFindings))
        {
            text.Append(finding).Append('\n');
        }

        if (findings.Length > MostFindings)
        {
            text.Append("and ").Append(ReportFormat.Count(findings.Length - MostFindings, "more finding")).Append('\n');
        }

        return exception.Message.IndexOf(exception.Code.Remedy, StringComparison.Ordinal) < 0
            ? text.Append(exception.Code.Remedy).Append('\n').ToString()
            : text.ToString();
    }
}
