namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What DESCRIBE shows.</summary>
public enum DescribeKind
{
    /// <summary>CLUSTER.</summary>
    Cluster,

    /// <summary>SCHEMA; with FULL also the system keyspaces.</summary>
    Schema,

    /// <summary>KEYSPACES.</summary>
    Keyspaces,

    /// <summary>KEYSPACE name, or the current one; with ONLY without its tables.</summary>
    Keyspace,

    /// <summary>TABLES.</summary>
    Tables,

    /// <summary>TABLE name.</summary>
    Table,

    /// <summary>INDEX name.</summary>
    Index,

    /// <summary>MATERIALIZED VIEW name.</summary>
    MaterializedView,

    /// <summary>TYPES.</summary>
    Types,

    /// <summary>TYPE name.</summary>
    Type,

    /// <summary>FUNCTIONS.</summary>
    Functions,

    /// <summary>FUNCTION name.</summary>
    Function,

    /// <summary>AGGREGATES.</summary>
    Aggregates,

    /// <summary>AGGREGATE name.</summary>
    Aggregate,

    /// <summary>A name of any kind.</summary>
    Any,
}
