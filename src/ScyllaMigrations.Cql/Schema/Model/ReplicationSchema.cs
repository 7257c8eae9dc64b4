using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>How a keyspace is replicated.</summary>
/// <param name="Class">
/// The strategy: `SimpleStrategy`, `NetworkTopologyStrategy`, `LocalStrategy`, `EverywhereStrategy`, or the full class name of any other.
/// </param>
/// <param name="Options">
/// `replication_factor` or a factor per data centre, as text such as `3`, `3/1`, or ScyllaDB's list of racks `['r1', 'r2']`.
/// </param>
public sealed record ReplicationSchema(string Class, PersistentMap<string, string> Options);
