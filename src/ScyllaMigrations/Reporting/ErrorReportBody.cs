using System.Collections.Generic;

namespace ScyllaMigrations.Reporting;

/// <summary>What an <see cref="ErrorReport"/> says.</summary>
public sealed record ErrorReportBody
{
    /// <summary>The error's stable id.</summary>
    public required string Code { get; init; }

    /// <summary>The exit code of a process that ends with it.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What happened and where.</summary>
    public required string Message { get; init; }

    /// <summary>What to do next.</summary>
    public required string Remedy { get; init; }

    /// <summary>What it is about: a file, a version, an object, a host; null when nothing in particular.</summary>
    public required string? Subject { get; init; }

    /// <summary>The single faults behind it.</summary>
    public required IReadOnlyList<FindingReport> Findings { get; init; }
}
