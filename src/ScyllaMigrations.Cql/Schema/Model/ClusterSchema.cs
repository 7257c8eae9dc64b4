using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>All that DDL and DCL statements change on a cluster, apart from the servers' own keyspaces.</summary>
public sealed record ClusterSchema
{
    /// <summary>A cluster on which nothing was created yet.</summary>
    public static ClusterSchema Empty { get; } = new();

    /// <summary>Keyspaces by name.</summary>
    public PersistentMap<string, KeyspaceSchema> Keyspaces { get; init; } = PersistentMap<string, KeyspaceSchema>.Empty;

    /// <summary>Roles by name; the servers' built-in superuser is listed only when it was read or altered.</summary>
    public PersistentMap<string, RoleSchema> Roles { get; init; } = PersistentMap<string, RoleSchema>.Empty;

    /// <summary>Permissions by <see cref="PermissionGrant.Key"/>.</summary>
    public PersistentMap<string, PermissionGrant> Grants { get; init; } = PersistentMap<string, PermissionGrant>.Empty;

    /// <summary>Service levels by name (ScyllaDB).</summary>
    public PersistentMap<string, ServiceLevelSchema> ServiceLevels { get; init; } = PersistentMap<string, ServiceLevelSchema>.Empty;

    /// <summary>Roles by the certificate identity that may log in as them (Cassandra 5.0).</summary>
    public PersistentMap<string, string> Identities { get; init; } = PersistentMap<string, string>.Empty;

    /// <summary>The keyspace of that name, or null.</summary>
    /// <param name="name">The stored name.</param>
    public KeyspaceSchema? FindKeyspace(string name) => Keyspaces.Find(name);

    /// <summary>The table of that name, or null when it or its keyspace is missing.</summary>
    /// <param name="keyspace">The keyspace's stored name.</param>
    /// <param name="table">The table's stored name.</param>
    public TableSchema? FindTable(string keyspace, string table) => FindKeyspace(keyspace)?.Tables.Find(table);

    /// <summary>The schema with that keyspace added or replaced.</summary>
    /// <param name="keyspace">The keyspace.</param>
    public ClusterSchema With(KeyspaceSchema keyspace) => this with { Keyspaces = Keyspaces.Set(keyspace.Name, keyspace) };
}
