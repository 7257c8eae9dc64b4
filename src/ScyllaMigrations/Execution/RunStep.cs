using System;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>A planned step made ready for one cluster: ids drawn, schema predicted with them, journal row made.</summary>
internal sealed record RunStep
{
    /// <summary>The step as planned.</summary>
    public required PlanStep Plan { get; init; }

    /// <summary>The text to send, with the drawn id where there is one.</summary>
    public required string Cql { get; init; }

    /// <summary>The id drawn for the table or view that it creates; null for none.</summary>
    public required Guid? Id { get; init; }

    /// <summary>The schema expected after it, ids included.</summary>
    public required ClusterSchema After { get; init; }

    /// <summary>Its row in the journal.</summary>
    public required JournalStep Journal { get; init; }

    /// <summary>True when it was sent before the run could be journaled: the creation of the keyspace itself.</summary>
    public bool Sent { get; init; }
}
