using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … ALTER c TYPE t and ScyllaDB's ALTER TABLE … TTL.</summary>
internal static class ColumnTypeChanges
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table, AlterColumnType alter)
    {
        if (!run.IsScylla)
        {
            throw Refusal.Invalid("Altering column types is no longer supported", alter.Column);
        }

        if (table.FindColumn(alter.Column) is not { } column)
        {
            throw Refusal.Invalid($"Column {alter.Column} was not found in table {table.Name}", alter.Column);
        }

        CqlType type = TypeRules.Resolve(alter.Type, keyspace, run);
        if (!TypeCompatibility.CanAlter(column.Type, type))
        {
            throw Refusal.Config(
                $"Cannot change {alter.Column} from type {column.Type.CqlName} to type {type.CqlName}: types are incompatible.", alter.Column);
        }

        if (column.Kind == ColumnKind.Clustering && !KeepsOrder(column.Type, type))
        {
            throw Refusal.Config(
                $"Cannot change {alter.Column} from type {column.Type.CqlName} to type {type.CqlName}: types are not order-compatible.", alter.Column);
        }

        KeyspaceSchema after = keyspace.With(table with { Columns = With(table.Columns, alter.Column, type) });
        foreach (ViewSchema view in keyspace.ViewsOf(table.Name))
        {
            after = view.FindColumn(alter.Column) is null
                ? after
                : after.With(view with { Columns = With(view.Columns, alter.Column, type) });
        }

        return table.FindColumn(alter.Column)!.Type == type ? keyspace : after;
    }

    public static KeyspaceSchema ApplyTimeToLive(KeyspaceSchema keyspace, TableSchema table, SetRowTimeToLive change)
    {
        if (change.Column is not { } name)
        {
            return table.RowTimeToLiveColumn is null
                ? throw Refusal.Invalid($"Table {table.Name} has no TTL column to unset")
                : keyspace.With(table with { RowTimeToLiveColumn = null });
        }

        if (table.FindColumn(name) is not { } column)
        {
            throw Refusal.Invalid($"Column {name} was not found in table {table.Name}", name);
        }

        RowTimeToLive.Check(name, column.Type, column.Kind != ColumnKind.Regular);
        return keyspace.With(table with { RowTimeToLiveColumn = name });
    }

    // Stored order must stay right: only these change a type without changing how its values sort.
    private static bool KeepsOrder(CqlType from, CqlType to) => from == to
        || (from.CqlName, to.CqlName) is ("ascii", "text" or "blob") or ("text", "blob");

    private static ValueList<ColumnSchema> With(ValueList<ColumnSchema> columns, string name, CqlType type) =>
        ValueList.From(columns.Select(c => c.Name == name ? c with { Type = type } : c));
}
