using System;
using System.Collections.Generic;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Health;

/// <summary>Everything that is known about a keyspace's migrations, in one object.</summary>
public sealed record MigrationReport
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The dialect that the server speaks.</summary>
    public required string Dialect { get; init; }

    /// <summary>The release that the server reports.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>The highest version in force; null before the first.</summary>
    public required string? CurrentVersion { get; init; }

    /// <summary>The newest migration's version; null when there is none.</summary>
    public required string? LatestVersion { get; init; }

    /// <summary>The least version that the program works with; null when none is set.</summary>
    public required string? MinimumVersion { get; init; }

    /// <summary>True when migrations wait to be applied.</summary>
    public required bool MigrationsNeeded { get; init; }

    /// <summary>True when the version lies between the minimum and the supported one.</summary>
    public required bool Compatible { get; init; }

    /// <summary>True when the live schema is the expected one and every check passed.</summary>
    public required bool Valid { get; init; }

    /// <summary>True unless a health check is unhealthy.</summary>
    public required bool Healthy { get; init; }

    /// <summary>True when all nodes that are up report the same schema version.</summary>
    public required bool SchemaAgreement { get; init; }

    /// <summary>True when every entry of history carries the hash that it was written with.</summary>
    public required bool ChainIntact { get; init; }

    /// <summary>Who holds the lease; null when nobody does.</summary>
    public required string? LeaseHolder { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>The tool's version.</summary>
    public required string? ToolVersion { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime GeneratedAt { get; init; }

    /// <summary>Migrations that wait to be applied.</summary>
    public required IReadOnlyList<PendingMigration> Pending { get; init; }

    /// <summary>History, oldest first.</summary>
    public required IReadOnlyList<HistoryRecord> History { get; init; }

    /// <summary>Where the live schema is not the expected one.</summary>
    public required IReadOnlyList<ValidationDifference> Differences { get; init; }

    /// <summary>The answers of the check scripts.</summary>
    public required IReadOnlyList<CheckOutcome> Checks { get; init; }

    /// <summary>The verdicts of the health checks.</summary>
    public required IReadOnlyList<HealthFinding> HealthChecks { get; init; }

    /// <summary>What is worth doing, what matters most first.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }
}
