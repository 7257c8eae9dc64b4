using System;

namespace ScyllaMigrations.Execution;

/// <summary>One entry of history as shown to people and programs.</summary>
public sealed record HistoryRecord
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The entry's number; counts up, never used twice.</summary>
    public required int Entry { get; init; }

    /// <summary><c>Applied</c>, <c>Undone</c> or <c>Adopted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The version, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The migration's description.</summary>
    public required string Description { get; init; }

    /// <summary><c>Versioned</c>, <c>Repeatable</c> or <c>Baseline</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Checksum of the up script when applied; null when taken over from another program.</summary>
    public required string? Checksum { get; init; }

    /// <summary>When it was proven, UTC.</summary>
    public required DateTime AppliedAt { get; init; }

    /// <summary>How long its statements took.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>User of the operating system or CI actor; null when unknown.</summary>
    public required string? AppliedBy { get; init; }

    /// <summary>Machine that ran it; null when unknown.</summary>
    public required string? Host { get; init; }

    /// <summary>Version of the tool; null when unknown.</summary>
    public required string? ToolVersion { get; init; }

    /// <summary>Hash of the plan that it was part of; null when unknown.</summary>
    public required string? PlanHash { get; init; }

    /// <summary>Entry number of the run that it was part of; null when taken over.</summary>
    public required int? Run { get; init; }

    /// <summary>True when this entry and all before it carry the hashes that they were written with.</summary>
    public required bool ChainIntact { get; init; }
}
