using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Execution;

/// <summary>Where a keyspace stands against its migrations.</summary>
public sealed record SchemaStatus
{
    /// <summary>The cluster: <c>embedded:FILE</c>, <c>embedded:memory</c> or its contact points.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from: the catalog's folder as the user named it; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The dialect that the server speaks, such as <c>cassandra-5.0</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>The highest version in force; null before the first.</summary>
    public required string? CurrentVersion { get; init; }

    /// <summary>The newest migration's version: the supported version; null when there is no migration.</summary>
    public required string? LatestVersion { get; init; }

    /// <summary>The least version that the program works with; null when none is set.</summary>
    public required string? MinimumVersion { get; init; }

    /// <summary>True when migrations wait to be applied.</summary>
    public required bool MigrationsNeeded { get; init; }

    /// <summary>How many migrations wait to be applied.</summary>
    public required int PendingCount { get; init; }

    /// <summary>The migrations that wait to be applied, in their order.</summary>
    public required IReadOnlyList<PendingMigration> Pending { get; init; }

    /// <summary>How many migrations are in force.</summary>
    public required int AppliedCount { get; init; }

    /// <summary>True when the version lies between the minimum and the supported one.</summary>
    public required bool Compatible { get; init; }

    /// <summary>One sentence for people; where the schema is not compatible its first line is the exact text that programs look for.</summary>
    public required string Message { get; init; }

    /// <summary>True when all nodes that are up report the same schema version.</summary>
    public required bool SchemaAgreement { get; init; }

    /// <summary>Who holds the lease: actor, machine and process; null when nobody does.</summary>
    public required string? LeaseHolder { get; init; }

    /// <summary>When it was looked at, UTC.</summary>
    public required DateTime CheckedAt { get; init; }
}
