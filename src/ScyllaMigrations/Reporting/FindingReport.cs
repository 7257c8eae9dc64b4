using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Reporting;

/// <summary>A finding with plain properties, for programs.</summary>
public sealed record FindingReport
{
    /// <summary>The rule's or fault's stable id.</summary>
    public required string Id { get; init; }

    /// <summary><c>Error</c>, <c>Warning</c> or <c>Information</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What is wrong and what was expected.</summary>
    public required string Message { get; init; }

    /// <summary>The file, as the user named it; null when it is about something else.</summary>
    public required string? File { get; init; }

    /// <summary>Line in the file, from 1; 0 when unknown.</summary>
    public required int Line { get; init; }

    /// <summary>Column in the line, from 1; 0 when unknown.</summary>
    public required int Column { get; init; }

    /// <summary>The text of the line; null when unknown.</summary>
    public required string? LineText { get; init; }

    /// <summary>What to do next; null when the message says it all.</summary>
    public required string? Remedy { get; init; }

    /// <summary>Makes the report of a finding.</summary>
    public static FindingReport Of(Finding finding) =>
        new()
        {
            Id = finding.Id,
            Severity = finding.Severity.ToString(),
            Message = finding.Message,
            File = finding.File,
            Line = finding.Line,
            Column = finding.Column,
            LineText = finding.LineText,
            Remedy = finding.Remedy,
        };
}
