using System;

namespace ScyllaMigrations.Drift;

/// <summary>The live schema as canonical CQL: same schema, same bytes.</summary>
public sealed record SchemaExport
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The version in force; null before the first.</summary>
    public required string? Version { get; init; }

    /// <summary>The schema in CQL, without ids, dates and the tool's own tables.</summary>
    public required string Cql { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public required DateTime ExportedAt { get; init; }
}
