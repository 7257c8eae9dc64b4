using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What counts as a difference.</summary>
/// <param name="Dialect">The server: decides defaults and which statements exist.</param>
public sealed record SchemaCompareOptions(CqlDialect Dialect)
{
    /// <summary>Whether ids of tables and views count; one that is not known on either side never does.</summary>
    public bool CompareIds { get; init; }

    /// <summary>Whether dropped columns count: they decide what may be added later and what restored data looks like.</summary>
    public bool CompareDroppedColumns { get; init; } = true;

    /// <summary>Whether replication and the like of the keyspace itself count.</summary>
    public bool CompareKeyspaceOptions { get; init; } = true;

    /// <summary>Whether roles, permissions and service levels count.</summary>
    public bool CompareRoles { get; init; } = true;

    /// <summary>Objects to leave out, such as the tool's own tables; null for none.</summary>
    public Func<SchemaObject, bool>? Exclude { get; init; }
}
