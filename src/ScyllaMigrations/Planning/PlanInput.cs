using System.Collections.Generic;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>All that a plan is made from. Nothing else has any influence on it.</summary>
public sealed record PlanInput
{
    /// <summary>The migrations.</summary>
    public required MigrationCatalog Catalog { get; init; }

    /// <summary>What was applied.</summary>
    public required MigrationHistory History { get; init; }

    /// <summary>The live schema.</summary>
    public required ClusterSchema Schema { get; init; }

    /// <summary>The server, with its switches.</summary>
    public required CqlDialect Dialect { get; init; }

    /// <summary>The keyspace, as stored, without quotes; see <see cref="KeyspaceRule"/>.</summary>
    public required string Keyspace { get; init; }

    /// <summary>Configured variables of the scripts; <c>keyspace</c> and <c>replication</c> are added by themselves.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Replication of the keyspace when it has to be created without a script that does it, as CQL map literal; null when not configured.</summary>
    public string? Replication { get; init; }

    /// <summary>Nodes per data centre; null when not known.</summary>
    public PersistentMap<string, int>? Datacenters { get; init; }

    /// <summary>Whether scripts may name data centres that are not in <see cref="Datacenters"/>, as on an embedded cluster.</summary>
    public bool OtherDatacenters { get; init; }

    /// <summary>What the statements are simulated under.</summary>
    internal SchemaContext Context => new(Dialect) { CurrentKeyspace = Keyspace, Datacenters = Datacenters, OtherDatacenters = OtherDatacenters };

    /// <summary>
    /// True to plan although the keyspace has tables that no history explains: a run that died before its first version was recorded is
    /// gone on with.
    /// </summary>
    public bool IgnoreUnknownObjects { get; init; }
}
