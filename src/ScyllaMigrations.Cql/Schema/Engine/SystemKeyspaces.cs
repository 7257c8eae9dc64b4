using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The servers' own keyspaces: what may be done to them (Cassandra 5.0.6 tried; ScyllaDB's client_state).</summary>
internal static class SystemKeyspaces
{
    private static readonly string[] Local = ["system", "system_schema", "system_views", "system_virtual_schema"];
    private static readonly string[] Replicated = ["system_auth", "system_distributed", "system_traces"];

    public static bool IsSystem(string keyspace, CqlDialect dialect) =>
        IsLocal(keyspace) || Contains(Replicated, keyspace)
        || (dialect.IsScylla && Is(keyspace, "system_distributed_everywhere"));

    public static bool IsLocal(string keyspace) => Contains(Local, keyspace);

    /// <summary>Refuses CREATE, ALTER and DROP of anything in a server's own keyspace.</summary>
    /// <param name="keyspace">The keyspace.</param>
    /// <param name="verb">CREATE, ALTER or DROP.</param>
    /// <param name="resource">What the permission is asked on, such as `table k.t`.</param>
    /// <param name="dialect">The server.</param>
    public static void Refuse(string keyspace, string verb, string resource, CqlDialect dialect)
    {
        if (IsLocal(keyspace) || (dialect.IsScylla && IsSystem(keyspace, dialect)))
        {
            throw Refusal.Unauthorized($"{keyspace} keyspace is not user-modifiable.", keyspace);
        }

        if (IsSystem(keyspace, dialect))
        {
            throw Refusal.Unauthorized($"Cannot {verb} <{resource}>", keyspace);
        }
    }

    private static bool Contains(string[] names, string name) => Array.Exists(names, n => Is(n, name));

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
