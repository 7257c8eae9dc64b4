using System;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Migrations;

/// <summary>Settings of one migration: the comments <c>-- @name argument</c> at the top of its up script.</summary>
public sealed record MigrationSettings
{
    /// <summary>No settings.</summary>
    public static MigrationSettings None { get; } = new();

    /// <summary><c>@timeout</c>: how long the whole migration may take; null for the run's own limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary><c>@consistency</c>: for its reads and writes of data; null for the session's.</summary>
    public ConsistencyLevel? Consistency { get; init; }

    /// <summary><c>@allow RULE REASON</c>: lint rules that are silenced, each with its reason.</summary>
    public ValueList<AllowedRule> Allowed { get; init; } = ValueList<AllowedRule>.Empty;

    /// <summary><c>@window</c>: only to be applied in a maintenance window.</summary>
    public bool Window { get; init; }
}
