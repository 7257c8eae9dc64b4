using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What <see cref="SchemaWriter"/> writes.</summary>
public sealed record SchemaWriterOptions
{
    /// <summary>Everything but ids, names with their keyspace.</summary>
    public static SchemaWriterOptions Default { get; } = new();

    /// <summary>Whether CREATE KEYSPACE is written and names carry their keyspace; else the text is for whatever keyspace is current.</summary>
    public bool IncludeKeyspace { get; init; } = true;

    /// <summary>Whether ids of tables and times of drops are written.</summary>
    public bool IncludeIds { get; init; }

    /// <summary>Whether dropped columns are written as their CREATE and DROP: needed wherever data files are brought back.</summary>
    public bool IncludeDroppedColumns { get; init; } = true;

    /// <summary>The server the text is for: options at its default are left out; null writes all options.</summary>
    public CqlDialect? Dialect { get; init; }

    /// <summary>Tables, views and types to leave out, with their indexes; null for none.</summary>
    public Func<SchemaObject, bool>? Exclude { get; init; }
}
