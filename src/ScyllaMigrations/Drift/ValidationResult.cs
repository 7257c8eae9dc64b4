using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Drift;

/// <summary>The live schema held against the one that the applied migrations predict, and the answers of the check scripts.</summary>
public sealed record ValidationResult
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The version whose schema was expected; null before the first.</summary>
    public required string? Version { get; init; }

    /// <summary>True when there is no difference and every check passed.</summary>
    public required bool Valid { get; init; }

    /// <summary>Where the live schema is not the expected one.</summary>
    public required IReadOnlyList<ValidationDifference> Differences { get; init; }

    /// <summary>Each check script's SELECT and each check in code, with its answer.</summary>
    public required IReadOnlyList<CheckOutcome> Checks { get; init; }

    /// <summary>One line; where something is missing it is the exact text that programs look for, <c>schema validation failed: missing table …</c>.</summary>
    public required string Message { get; init; }

    /// <summary>When it was looked at, UTC.</summary>
    public required DateTime CheckedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required double DurationSeconds { get; init; }
}
