using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A secondary index.</summary>
/// <param name="Name">The stored name, unique in the keyspace.</param>
/// <param name="Targets">What it indexes; with one column <see cref="IndexTargetKind.Values"/> stands for an unfrozen list, set or map.</param>
/// <param name="ClassName">
/// `StorageAttachedIndex`, `SASIIndex` or another implementation's full class name; ScyllaDB's `vector_index` and the like by that name;
/// null for the built-in index.
/// </param>
/// <param name="Options">Its options, without class and target.</param>
public sealed record IndexSchema(
    string Name, ValueList<IndexTarget> Targets, string? ClassName, PersistentMap<string, string> Options)
{
    /// <summary>ScyllaDB: what the index's view was given after WITH; empty when nothing.</summary>
    public PersistentMap<string, OptionValue> ViewOptions { get; init; } = PersistentMap<string, OptionValue>.Empty;

    /// <summary>Whether it indexes that column.</summary>
    /// <param name="column">The column's stored name.</param>
    public bool DependsOn(string column) => Targets.Any(t => t.Columns.Any(c => c == column));

    /// <summary>Whether both index the same in the same way, whatever their names.</summary>
    /// <param name="other">The other index.</param>
    public bool EqualsWithoutName(IndexSchema other) => this with { Name = string.Empty } == other with { Name = string.Empty };
}
