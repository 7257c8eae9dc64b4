namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What of a column an index holds.</summary>
public enum IndexTargetKind
{
    /// <summary>The column: its value, or the elements of a collection.</summary>
    Column,

    /// <summary>VALUES(c).</summary>
    Values,

    /// <summary>KEYS(c).</summary>
    Keys,

    /// <summary>ENTRIES(c).</summary>
    Entries,

    /// <summary>FULL(c).</summary>
    Full,

    /// <summary>`(a, b)`: the partition key of a ScyllaDB local index.</summary>
    PartitionKey,
}
