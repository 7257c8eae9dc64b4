using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A service level (ScyllaDB).</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Options">`timeout`, `workload_type`, `shares` as text.</param>
public sealed record ServiceLevelSchema(string Name, PersistentMap<string, string> Options);
