using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … ADD.</summary>
internal static class ColumnAdditions
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table, AddColumns add)
    {
        List<ColumnSchema> added = [];
        foreach (ColumnDefinition column in add.Columns)
        {
            if (Check(run, keyspace, table, column, added, add.IfNotExists) is { } schema)
            {
                added.Add(schema);
            }
        }

        if (added.Count == 0)
        {
            return keyspace;
        }

        CheckCounters(run, table, added);
        Guardrails.Check(
            run, run.Features.ColumnsPerTable, table.Columns.Count + added.Count,
            $"Tables cannot have more columns than configured, but {table.Columns.Count + added.Count} provided for table {table.Name}, which exceeds");
        KeyspaceSchema after = keyspace.With(table with { Columns = TableSchema.Ordered(table.Columns.Concat(added)) });

        // A view made with SELECT * grows with its table (Cassandra 5.0.6 tried).
        foreach (ViewSchema view in keyspace.ViewsOf(table.Name))
        {
            if (view.IncludesAllColumns)
            {
                IEnumerable<ColumnSchema> shown = added.Where(c => c.Kind == ColumnKind.Regular);
                after = after.With(view with { Columns = TableSchema.Ordered(view.Columns.Concat(shown)) });
            }
        }

        return after;
    }

    private static ColumnSchema? Check(
        StatementRun run, KeyspaceSchema keyspace, TableSchema table, ColumnDefinition column, List<ColumnSchema> added, bool ifNotExists)
    {
        CqlType type = TypeRules.Resolve(column.Type, keyspace, run);
        if (table.FindColumn(column.Name) is not null || added.Exists(c => c.Name == column.Name))
        {
            return ifNotExists && !added.Exists(c => c.Name == column.Name)
                ? null
                : throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Invalid column name {column.Name} because it conflicts with an existing column"
                        : $"Column with name '{column.Name}' already exists",
                    column.Name);
        }

        bool dense = table.Flags.HasFlag(TableFlags.Dense) || !table.Flags.HasFlag(TableFlags.Compound);
        if (dense)
        {
            throw Refusal.Invalid("Cannot add new column to a COMPACT STORAGE table", column.Name);
        }

        if (column.Static && !table.ClusteringKey.Any())
        {
            throw Refusal.Invalid(
                "Static columns are only useful (and thus allowed) if the table has at least one clustering column", column.Name);
        }

        TableBuilder.CheckNestedUserType(type, keyspace, run.IsScylla ? string.Empty : " for column " + column.Name);
        ColumnKind kind = column.Static ? ColumnKind.Static : ColumnKind.Regular;
        CheckDropped(run, table, column.Name, type, kind);
        ColumnMask? mask = column.Mask is null ? null : MaskRules.Check(column.Mask, run);
        return new ColumnSchema(column.Name, type, kind, Mask: mask);
    }

    private static void CheckDropped(StatementRun run, TableSchema table, string name, CqlType type, ColumnKind kind)
    {
        if (table.DroppedColumns.Find(name) is not { } dropped)
        {
            return;
        }

        if (run.IsScylla)
        {
            CheckDroppedOnScylla(dropped, type);
            return;
        }

        if (TypeRules.IsCounter(dropped.Type))
        {
            throw Refusal.Invalid($"Cannot re-add previously dropped counter column {name}", name);
        }

        if (!TypeCompatibility.CanReAdd(TypeRules.ExpandUserTypes(type, Expanding(run, table)), dropped.Type) || HasUserType(type))
        {
            throw Refusal.Invalid(
                $"Cannot re-add previously dropped column '{name}' of type {type.CqlName}, incompatible with previous type {dropped.Type.CqlName}",
                name);
        }

        if (kind != dropped.Kind)
        {
            throw Refusal.Invalid(
                $"Cannot re-add previously dropped column '{name}' of kind {Upper(kind)}, incompatible with previous kind {Upper(dropped.Kind)}",
                name);
        }
    }

    // Only counters, and collections of cells under another type (alter_table_statement.cc, add_column).
    private static void CheckDroppedOnScylla(DroppedColumn dropped, CqlType type)
    {
        if (TypeRules.IsCounter(dropped.Type))
        {
            throw Refusal.Invalid($"Cannot re-add previously dropped counter column {dropped.Name}", dropped.Name);
        }

        if (!type.IsFrozen && TypeRules.IsCollection(type) && TypeRules.IsCollection(dropped.Type) && !dropped.Type.IsFrozen
            && dropped.Type != type)
        {
            throw Refusal.Invalid(
                $"Cannot add a collection with the name {dropped.Name} because a collection with the same name and a different type "
                + $"({dropped.Type.CqlName}) has already been used in the past",
                dropped.Name);
        }
    }

    private static void CheckCounters(StatementRun run, TableSchema table, List<ColumnSchema> added)
    {
        foreach (ColumnSchema column in added)
        {
            bool counter = TypeRules.IsCounter(column.Type);
            if (counter == table.IsCounter)
            {
                continue;
            }

            throw Refusal.Config(
                run.IsScylla
                    ? counter
                        ? $"Cannot add a counter column ({column.Name}) in a non counter column family"
                        : $"Cannot add a non counter column ({column.Name}) in a counter column family"
                    : $"{table.Keyspace}.{table.Name}: Cannot have a {(counter ? string.Empty : "non ")}counter column (\"{column.Name}\") "
                        + $"in a {(counter ? "non " : string.Empty)}counter table",
                column.Name);
        }
    }

    private static KeyspaceSchema Expanding(StatementRun run, TableSchema table) => run.Schema.Keyspaces[table.Keyspace];

    private static bool HasUserType(CqlType type) => TypeRules.UserTypes(type).Any();

    private static string Upper(ColumnKind kind) => kind.ToString().ToUpperInvariant();
}
