using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Health;

/// <summary>Whether migrations can be relied on here, with the reasons.</summary>
public sealed record HealthReport
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The worst verdict of all checks: <c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</summary>
    public required string Status { get; init; }

    /// <summary>True unless a check is unhealthy.</summary>
    public required bool Healthy { get; init; }

    /// <summary>One sentence: the worst reason, or that all is well.</summary>
    public required string Message { get; init; }

    /// <summary>Each check with its verdict.</summary>
    public required IReadOnlyList<HealthFinding> Checks { get; init; }

    /// <summary>When it was looked at, UTC.</summary>
    public required DateTime CheckedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required double DurationSeconds { get; init; }
}
