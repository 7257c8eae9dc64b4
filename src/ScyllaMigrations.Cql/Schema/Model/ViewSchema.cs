using System;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A materialized view.</summary>
public sealed record ViewSchema
{
    /// <summary>The keyspace's stored name.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The stored name.</summary>
    public required string Name { get; init; }

    /// <summary>The id; null when not known.</summary>
    public Guid? Id { get; init; }

    /// <summary>The table's stored name, in the same keyspace.</summary>
    public required string BaseTable { get; init; }

    /// <summary>Whether it was made with `SELECT *`: columns added to the table are added to it.</summary>
    public bool IncludesAllColumns { get; init; }

    /// <summary>Its condition, as written.</summary>
    public required ValueList<Relation> Where { get; init; }

    /// <summary>Its columns, in the order of <see cref="TableSchema.Columns"/>.</summary>
    public required ValueList<ColumnSchema> Columns { get; init; }

    /// <summary>All options.</summary>
    public required TableOptions Options { get; init; }

    /// <summary>A reference to the view.</summary>
    public SchemaObject Reference => new(SchemaObjectKind.View, Keyspace, Name);

    /// <summary>The column of that name, or null.</summary>
    /// <param name="name">The stored name.</param>
    public ColumnSchema? FindColumn(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
