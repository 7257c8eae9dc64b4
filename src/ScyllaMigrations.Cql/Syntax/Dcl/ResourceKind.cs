namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What a permission is about.</summary>
public enum ResourceKind
{
    /// <summary>ALL KEYSPACES.</summary>
    AllKeyspaces,

    /// <summary>KEYSPACE ks.</summary>
    Keyspace,

    /// <summary>ALL TABLES IN KEYSPACE ks (Cassandra).</summary>
    AllTablesInKeyspace,

    /// <summary>TABLE ks.t.</summary>
    Table,

    /// <summary>ALL ROLES.</summary>
    AllRoles,

    /// <summary>ROLE r.</summary>
    Role,

    /// <summary>ALL FUNCTIONS.</summary>
    AllFunctions,

    /// <summary>ALL FUNCTIONS IN KEYSPACE ks.</summary>
    AllFunctionsInKeyspace,

    /// <summary>FUNCTION ks.f(types).</summary>
    Function,

    /// <summary>ALL MBEANS (Cassandra).</summary>
    AllMBeans,

    /// <summary>MBEAN 'name' (Cassandra).</summary>
    MBean,

    /// <summary>MBEANS 'pattern' (Cassandra).</summary>
    MBeans,
}
