using System.Collections.Generic;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Linting;

/// <summary>What checking a catalog without a cluster found.</summary>
public sealed record LintResult
{
    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace that they belong to; null when that is itself what is wrong.</summary>
    public required string? Keyspace { get; init; }

    /// <summary>The dialect that they were parsed and simulated in.</summary>
    public required string Dialect { get; init; }

    /// <summary>How many migrations there are; 0 when the catalog could not be read.</summary>
    public required int MigrationCount { get; init; }

    /// <summary>How many statements a first run would send; 0 when the chain is not valid.</summary>
    public required int StatementCount { get; init; }

    /// <summary>The schema after all migrations on an empty cluster, as far as they are valid.</summary>
    public ClusterSchema Schema { get; init; } = ClusterSchema.Empty;

    /// <summary>What was found, worst first; what a rule found carries the rule's name as its id.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
