using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What decides, beside the schema, what a statement does.</summary>
/// <param name="Dialect">The server.</param>
public sealed record SchemaContext(CqlDialect Dialect)
{
    /// <summary>The keyspace of names without one, or null.</summary>
    public string? CurrentKeyspace { get; init; }

    /// <summary>When the statement runs, in microseconds since 1970: the drop time of columns; null when that is not to be known.</summary>
    public long? TimestampMicros { get; init; }

    /// <summary>Nodes per data centre; null when not known, then checks and expansions that need them are left out.</summary>
    public PersistentMap<string, int>? Datacenters { get; init; }

    /// <summary>Whether data centres may be named that are not in <see cref="Datacenters"/>: a simulated cluster stands for clusters of any shape.</summary>
    public bool OtherDatacenters { get; init; }

    /// <summary>Whether statements on the servers' own keyspaces and on roles are checked for existence of what they name.</summary>
    /// <remarks>Off when the schema was read without roles: then a role that is not in it is taken to exist.</remarks>
    public bool RolesKnown { get; init; }
}
