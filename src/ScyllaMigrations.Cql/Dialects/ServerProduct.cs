namespace ScyllaMigrations.Cql;

/// <summary>Which server a dialect belongs to.</summary>
public enum ServerProduct
{
    /// <summary>Apache Cassandra.</summary>
    Cassandra,

    /// <summary>ScyllaDB.</summary>
    Scylla,
}
