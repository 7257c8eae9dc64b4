namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a schema is made of.</summary>
public enum SchemaObjectKind
{
    /// <summary>A keyspace itself, without what is in it.</summary>
    Keyspace,

    /// <summary>A user-defined type.</summary>
    Type,

    /// <summary>A table with its columns, options and dropped columns.</summary>
    Table,

    /// <summary>A secondary index.</summary>
    Index,

    /// <summary>A materialized view.</summary>
    View,

    /// <summary>A user-defined function; the name is its signature.</summary>
    Function,

    /// <summary>A user-defined aggregate; the name is its signature.</summary>
    Aggregate,

    /// <summary>A trigger; the name is `table.trigger`.</summary>
    Trigger,

    /// <summary>A role with what it is a member of.</summary>
    Role,

    /// <summary>A permission; the name is <see cref="PermissionGrant.Key"/>.</summary>
    Grant,

    /// <summary>A service level.</summary>
    ServiceLevel,

    /// <summary>A certificate identity.</summary>
    Identity,
}
