using System;
using System.Collections.Generic;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>What was found on the cluster: schema, history, projection, and what follows from them.</summary>
internal sealed record Situation
{
    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>Where the tool's own tables lie, or will lie.</summary>
    public required OwnTables Tables { get; init; }

    /// <summary>The live schema without the tool's own tables.</summary>
    public required ClusterSchema Live { get; init; }

    /// <summary>The live schema as read.</summary>
    public required ClusterSchema Raw { get; init; }

    /// <summary>The schema version that all nodes agreed on just before the schema was read; null when they did not agree.</summary>
    public required Guid? SchemaVersion { get; init; }

    /// <summary>Whether both own tables are there.</summary>
    public required bool TablesExist { get; init; }

    /// <summary>What the history table says.</summary>
    public required HistorySnapshot Snapshot { get; init; }

    /// <summary>The rows of <c>schema_version</c>.</summary>
    public required IReadOnlyList<ProjectedVersion> Projected { get; init; }

    /// <summary>Versions of an older program that have to be taken over; empty when there is nothing to take over.</summary>
    public required IReadOnlyList<HistoryEntry> ToAdopt { get; init; }

    /// <summary>The history that counts: the proven versions, or those that will be taken over.</summary>
    public required MigrationHistory History { get; init; }

    /// <summary>Whether the keyspace exists.</summary>
    public bool KeyspaceExists => Live.FindKeyspace(Keyspace) is not null;

    /// <summary>Whether the keyspace holds anything but the tool's own tables.</summary>
    public bool HasObjects => Live.FindKeyspace(Keyspace) is { } keyspace && SituationReader.HasObjects(keyspace);
}
