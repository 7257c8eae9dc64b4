using System;

namespace ScyllaMigrations.Backup;

/// <summary>A backup of schema and history that was written.</summary>
public sealed record BackupResult
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>The version that it holds; null before the first.</summary>
    public required string? Version { get; init; }

    /// <summary>How many objects of the schema it holds.</summary>
    public required int ObjectCount { get; init; }

    /// <summary>How many entries of history it holds.</summary>
    public required int HistoryCount { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
