using System;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>Ordered steps that bring a keyspace from here to there, with their risk. Pure data: what is shown is what runs.</summary>
public sealed record MigrationPlan
{
    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The dialect that it was made for.</summary>
    public required string Dialect { get; init; }

    /// <summary>Up or down.</summary>
    public required PlanDirection Direction { get; init; }

    /// <summary>The version before; null before the first.</summary>
    public required MigrationVersion? From { get; init; }

    /// <summary>The version after; null when all are taken back.</summary>
    public required MigrationVersion? To { get; init; }

    /// <summary>The steps in their order; empty when nothing is to be done.</summary>
    public required ValueList<PlanStep> Steps { get; init; }

    /// <summary>The migrations that the plan applies or takes back, in that order.</summary>
    public required ValueList<Migration> Migrations { get; init; }

    /// <summary>Labels of migrations that have nothing to send for this dialect and come before the first step: complete at once.</summary>
    public ValueList<string> CompletedBefore { get; init; } = ValueList<string>.Empty;

    /// <summary>The schema of the cluster's keyspaces before the first step.</summary>
    public required ClusterSchema SchemaBefore { get; init; }

    /// <summary>The schema predicted after the last step.</summary>
    public required ClusterSchema SchemaAfter { get; init; }

    /// <summary>Risks worth reading before the plan is approved.</summary>
    public required ValueList<Finding> Warnings { get; init; }

    /// <summary>SHA-256 in lower-case hex over statements, checksums and fingerprints without ids; approving it approves exactly this plan.</summary>
    public required string Hash { get; init; }

    /// <summary>True when any step loses data.</summary>
    public bool LosesData => Steps.Any(step => step.Loss != DataLoss.None);

    /// <summary>What the server is expected to need for all steps on one node, agreement not included.</summary>
    public TimeSpan EstimatedDuration => TimeSpan.FromTicks(Steps.Sum(step => step.EstimatedDuration.Ticks));
}
