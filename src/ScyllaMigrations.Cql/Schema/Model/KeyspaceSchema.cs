using System;
using System.Collections.Generic;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A keyspace with all that is in it.</summary>
/// <remarks>Tables, views and their names in the two look-up maps change together, through the With… and Without… methods.</remarks>
public sealed record KeyspaceSchema
{
    private static readonly PersistentMap<string, bool> NoNames = PersistentMap<string, bool>.Empty;

    /// <summary>The stored name.</summary>
    public required string Name { get; init; }

    /// <summary>Replication.</summary>
    public required ReplicationSchema Replication { get; init; }

    /// <summary>Whether writes go through the commit log.</summary>
    public bool DurableWrites { get; init; } = true;

    /// <summary>ScyllaDB's `tablets` options with text values, such as `enabled` → `true`; null when not known or not ScyllaDB.</summary>
    public PersistentMap<string, string>? Tablets { get; init; }

    /// <summary>ScyllaDB's `storage` options; null for local storage.</summary>
    public PersistentMap<string, string>? Storage { get; init; }

    /// <summary>ScyllaDB's `consistency` (`eventual`, `local`, `global`); null when not given.</summary>
    public string? Consistency { get; init; }

    /// <summary>User types by name.</summary>
    public PersistentMap<string, UserTypeSchema> Types { get; init; } = PersistentMap<string, UserTypeSchema>.Empty;

    /// <summary>Functions by <see cref="FunctionSchema.Signature"/>.</summary>
    public PersistentMap<string, FunctionSchema> Functions { get; init; } = PersistentMap<string, FunctionSchema>.Empty;

    /// <summary>Aggregates by <see cref="AggregateSchema.Signature"/>.</summary>
    public PersistentMap<string, AggregateSchema> Aggregates { get; init; } = PersistentMap<string, AggregateSchema>.Empty;

    /// <summary>Tables by name.</summary>
    public PersistentMap<string, TableSchema> Tables { get; private init; } = PersistentMap<string, TableSchema>.Empty;

    /// <summary>Materialized views by name.</summary>
    public PersistentMap<string, ViewSchema> Views { get; private init; } = PersistentMap<string, ViewSchema>.Empty;

    /// <summary>The table that each index of the keyspace stands on, by the index's name.</summary>
    public PersistentMap<string, string> IndexTables { get; private init; } = PersistentMap<string, string>.Empty;

    /// <summary>The tables whose ids are known, by id.</summary>
    public PersistentMap<Guid, string> TableIds { get; private init; } = PersistentMap<Guid, string>.Empty;

    private PersistentMap<string, PersistentMap<string, bool>> ViewsByTable { get; init; } =
        PersistentMap<string, PersistentMap<string, bool>>.Empty;

    /// <summary>The keyspace with that table added or replaced.</summary>
    /// <param name="table">The table, of this keyspace.</param>
    public KeyspaceSchema With(TableSchema table)
    {
        PersistentMap<string, string> indexes = IndexTables;
        TableSchema? before = Tables.Find(table.Name);
        if (!ReferenceEquals(before?.Indexes, table.Indexes))
        {
            foreach (string name in before?.Indexes.Keys ?? [])
            {
                indexes = indexes.Remove(name);
            }

            foreach (string name in table.Indexes.Keys)
            {
                indexes = indexes.Set(name, table.Name);
            }
        }

        PersistentMap<Guid, string> ids = TableIds;
        if (before?.Id != table.Id)
        {
            ids = before?.Id is { } old ? ids.Remove(old) : ids;
            ids = table.Id is { } id ? ids.Set(id, table.Name) : ids;
        }

        return this with { Tables = Tables.Set(table.Name, table), IndexTables = indexes, TableIds = ids };
    }

    /// <summary>The keyspace without that table and its indexes; the same when there is none.</summary>
    /// <param name="name">The table's stored name.</param>
    public KeyspaceSchema WithoutTable(string name)
    {
        if (!Tables.TryGetValue(name, out TableSchema? table))
        {
            return this;
        }

        PersistentMap<string, string> indexes = IndexTables;
        foreach (string index in table.Indexes.Keys)
        {
            indexes = indexes.Remove(index);
        }

        return this with
        {
            Tables = Tables.Remove(name),
            IndexTables = indexes,
            TableIds = table.Id is { } id ? TableIds.Remove(id) : TableIds,
        };
    }

    /// <summary>The keyspace with that view added or replaced.</summary>
    /// <param name="view">The view, of this keyspace.</param>
    public KeyspaceSchema With(ViewSchema view) => WithoutView(view.Name).Adding(view);

    /// <summary>The keyspace without that view; the same when there is none.</summary>
    /// <param name="name">The view's stored name.</param>
    public KeyspaceSchema WithoutView(string name)
    {
        if (!Views.TryGetValue(name, out ViewSchema? view))
        {
            return this;
        }

        PersistentMap<string, bool> rest = (ViewsByTable.Find(view.BaseTable) ?? NoNames).Remove(name);
        return this with
        {
            Views = Views.Remove(name),
            ViewsByTable = rest.Count == 0 ? ViewsByTable.Remove(view.BaseTable) : ViewsByTable.Set(view.BaseTable, rest),
        };
    }

    /// <summary>The keyspace with that user type added or replaced.</summary>
    /// <param name="type">The type, of this keyspace.</param>
    public KeyspaceSchema With(UserTypeSchema type) => this with { Types = Types.Set(type.Name, type) };

    /// <summary>The materialized views of a table, by name.</summary>
    /// <param name="table">The table's stored name.</param>
    public IEnumerable<ViewSchema> ViewsOf(string table)
    {
        foreach (string name in (ViewsByTable.Find(table) ?? NoNames).Keys)
        {
            yield return Views[name];
        }
    }

    /// <summary>The index of that name, or null.</summary>
    /// <param name="name">The index's stored name.</param>
    public IndexSchema? FindIndex(string name) =>
        IndexTables.TryGetValue(name, out string? table) ? Tables[table].Indexes[name] : null;

    private KeyspaceSchema Adding(ViewSchema view) => this with
    {
        Views = Views.Set(view.Name, view),
        ViewsByTable = ViewsByTable.Set(view.BaseTable, (ViewsByTable.Find(view.BaseTable) ?? NoNames).Set(view.Name, true)),
    };
}
