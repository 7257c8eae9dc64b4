using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Execution;

/// <summary>What a run did. There is one only when it succeeded; failures are errors.</summary>
public sealed record MigrationResult
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary><c>Up</c> or <c>Down</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The version before; null before the first.</summary>
    public required string? FromVersion { get; init; }

    /// <summary>The version after; null when all were taken back.</summary>
    public required string? ToVersion { get; init; }

    /// <summary>The migrations that were applied or taken back, in that order.</summary>
    public required IReadOnlyList<AppliedMigration> Migrations { get; init; }

    /// <summary>How many migrations were applied or taken back.</summary>
    public required int MigrationCount { get; init; }

    /// <summary>How many statements were sent; what an earlier run had done is not counted.</summary>
    public required int StatementCount { get; init; }

    /// <summary>True when it went on with a run that had been interrupted.</summary>
    public required bool Resumed { get; init; }

    /// <summary>The hash of the plan that ran; null when there was nothing to do.</summary>
    public required string? PlanHash { get; init; }

    /// <summary>The backup written before it; null for none.</summary>
    public required string? BackupFile { get; init; }

    /// <summary>What is worth knowing although all went well.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it finished, UTC.</summary>
    public required DateTime FinishedAt { get; init; }

    /// <summary>How long it took, waiting for the lease included.</summary>
    public required double DurationSeconds { get; init; }
}
