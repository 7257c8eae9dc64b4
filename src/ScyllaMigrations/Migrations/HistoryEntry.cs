using System;

namespace ScyllaMigrations.Migrations;

/// <summary>A proven version as history keeps it: one <c>version</c> entry of <c>migration_history</c>.</summary>
public sealed record HistoryEntry
{
    /// <summary>The entry's number; counts up, never used twice.</summary>
    public required int Entry { get; init; }

    /// <summary>What was done: applied, undone, taken over, repeated.</summary>
    public required HistoryAction Action { get; init; }

    /// <summary>The version as text, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The migration's description.</summary>
    public required string Description { get; init; }

    /// <summary>Versioned, repeatable or baseline.</summary>
    public required MigrationKind Kind { get; init; }

    /// <summary>Checksum of the up script when applied; null when taken over from another program.</summary>
    public string? Checksum { get; init; }

    /// <summary>When it was proven, UTC.</summary>
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>How long its statements took, in milliseconds.</summary>
    public required long DurationMilliseconds { get; init; }

    /// <summary>User of the operating system or CI actor.</summary>
    public string? AppliedBy { get; init; }

    /// <summary>Machine that ran it.</summary>
    public string? Host { get; init; }

    /// <summary>Version of the tool.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Hash of the plan that it was part of.</summary>
    public string? PlanHash { get; init; }

    /// <summary>Entry number of the run that it was part of; null when taken over.</summary>
    public int? Run { get; init; }

    /// <summary>Hash over this entry's contents and <see cref="PreviousHash"/>.</summary>
    public string? EntryHash { get; init; }

    /// <summary>Hash of the version entry before this one; null for the first.</summary>
    public string? PreviousHash { get; init; }
}
