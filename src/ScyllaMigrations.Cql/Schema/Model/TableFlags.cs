using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The storage form of a table, as system_schema.tables.flags names it.</summary>
[Flags]
public enum TableFlags
{
    /// <summary>Nothing: WITH COMPACT STORAGE and one value for each partition key.</summary>
    None = 0,

    /// <summary>Rows have a clustering prefix of named parts; set on every table without COMPACT STORAGE.</summary>
    Compound = 1,

    /// <summary>COMPACT STORAGE with clustering columns.</summary>
    Dense = 2,

    /// <summary>All regular columns are counters.</summary>
    Counter = 4,

    /// <summary>A super column family of Thrift times.</summary>
    Super = 8,
}
