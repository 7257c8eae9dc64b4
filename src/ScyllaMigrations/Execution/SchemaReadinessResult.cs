using System;

namespace ScyllaMigrations.Execution;

/// <summary>What was done to make a keyspace ready for a program.</summary>
public sealed record SchemaReadinessResult
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The version that was found; null before the first.</summary>
    public required string? FoundVersion { get; init; }

    /// <summary>The version that is there now; null before the first.</summary>
    public required string? CurrentVersion { get; init; }

    /// <summary>True when migrations were applied or taken back.</summary>
    public required bool Migrated { get; init; }

    /// <summary>How many migrations were applied or taken back.</summary>
    public required int MigrationCount { get; init; }

    /// <summary>True when the live schema was held against the prediction, and was as predicted.</summary>
    public required bool Validated { get; init; }

    /// <summary>The backup written before; null for none.</summary>
    public required string? BackupFile { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>When it was ready, UTC.</summary>
    public required DateTime ReadyAt { get; init; }

    /// <summary>How long it took.</summary>
    public required double DurationSeconds { get; init; }
}
