namespace ScyllaMigrations.Cql.Schema;

/// <summary>What part a column plays in its table.</summary>
public enum ColumnKind
{
    /// <summary>Part of the partition key.</summary>
    PartitionKey,

    /// <summary>Part of the clustering key.</summary>
    Clustering,

    /// <summary>One value per partition.</summary>
    Static,

    /// <summary>One value per row.</summary>
    Regular,
}
