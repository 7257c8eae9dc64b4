using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A table.</summary>
public sealed record TableSchema
{
    /// <summary>The keyspace's stored name.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The stored name.</summary>
    public required string Name { get; init; }

    /// <summary>The table's id; null when the statement that made it gave none and it was not read from a server.</summary>
    public Guid? Id { get; init; }

    /// <summary>Partition key, then clustering key in order, then static and regular columns, each by name.</summary>
    public required ValueList<ColumnSchema> Columns { get; init; }

    /// <summary>All options, those at their default too.</summary>
    public required TableOptions Options { get; init; }

    /// <summary>Columns that were dropped, by name.</summary>
    public PersistentMap<string, DroppedColumn> DroppedColumns { get; init; } = PersistentMap<string, DroppedColumn>.Empty;

    /// <summary>Secondary indexes by name.</summary>
    public PersistentMap<string, IndexSchema> Indexes { get; init; } = PersistentMap<string, IndexSchema>.Empty;

    /// <summary>Triggers by name (Cassandra).</summary>
    public PersistentMap<string, TriggerSchema> Triggers { get; init; } = PersistentMap<string, TriggerSchema>.Empty;

    /// <summary>The storage form.</summary>
    public TableFlags Flags { get; init; } = TableFlags.Compound;

    /// <summary>The column that holds each row's time to live (ScyllaDB 2026.2), or null.</summary>
    public string? RowTimeToLiveColumn { get; init; }

    /// <summary>Whether its values are counters.</summary>
    public bool IsCounter => Flags.HasFlag(TableFlags.Counter);

    /// <summary>Whether it was made WITH COMPACT STORAGE.</summary>
    public bool IsCompact => !Flags.HasFlag(TableFlags.Compound) || Flags.HasFlag(TableFlags.Dense) || Flags.HasFlag(TableFlags.Super);

    /// <summary>The partition key in order.</summary>
    public IEnumerable<ColumnSchema> PartitionKey => Columns.Where(c => c.Kind == ColumnKind.PartitionKey);

    /// <summary>The clustering key in order.</summary>
    public IEnumerable<ColumnSchema> ClusteringKey => Columns.Where(c => c.Kind == ColumnKind.Clustering);

    /// <summary>A reference to the table.</summary>
    public SchemaObject Reference => new(SchemaObjectKind.Table, Keyspace, Name);

    /// <summary>The column of that name, or null.</summary>
    /// <param name="name">The stored name.</param>
    public ColumnSchema? FindColumn(string name)
    {
        foreach (ColumnSchema column in Columns)
        {
            if (column.Name == name)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>Columns in the order that <see cref="Columns"/> keeps.</summary>
    /// <param name="columns">The columns in any order.</param>
    public static ValueList<ColumnSchema> Ordered(IEnumerable<ColumnSchema> columns) => ValueList.From(columns
        .OrderBy(c => c.Kind)
        .ThenBy(c => c.Position)
        .ThenBy(c => c.Name, StringComparer.Ordinal));
}
