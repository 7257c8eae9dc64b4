using System;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>One statement to send, the migrations it completes, the schema expected after it.</summary>
public sealed record PlanStep
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The statement; null when opaque.</summary>
    public required CqlStatement? Statement { get; init; }

    /// <summary>The text to send, variables replaced, without comments and semicolon. Ids of new tables are not in it: execution adds them.</summary>
    public required string Cql { get; init; }

    /// <summary>How its outcome can be known.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Label of the migration that it belongs to.</summary>
    public required string Migration { get; init; }

    /// <summary>File, as the user knows it.</summary>
    public required string File { get; init; }

    /// <summary>Line of the statement in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Labels of the migrations that are complete after it.</summary>
    public required ValueList<string> Completes { get; init; }

    /// <summary>The objects that it touches, with their fingerprints without ids.</summary>
    public required ValueList<ObjectChange> Changes { get; init; }

    /// <summary>How careful one has to be.</summary>
    public required StepRisk Risk { get; init; }

    /// <summary>What it does to data that is there.</summary>
    public required DataLoss Loss { get; init; }

    /// <summary>Why <see cref="Risk"/> and <see cref="Loss"/> are what they are; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>What the server is expected to need for it on one node, agreement not included.</summary>
    public required TimeSpan EstimatedDuration { get; init; }

    /// <summary>The schema after it.</summary>
    public required ClusterSchema SchemaAfter { get; init; }

    /// <summary>Consistency for data statements; null for the session's.</summary>
    public Clusters.ConsistencyLevel? Consistency { get; init; }
}
