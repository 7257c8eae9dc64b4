using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … DROP of columns.</summary>
internal static class ColumnDrops
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table, DropColumns drop)
    {
        long? time = Time(run, drop);
        HashSet<string> gone = new(StringComparer.Ordinal);
        PersistentMap<string, DroppedColumn> dropped = table.DroppedColumns;
        foreach (string name in drop.Columns)
        {
            if (table.FindColumn(name) is not { } column)
            {
                if (drop.IfExists)
                {
                    continue;
                }

                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Column {name} was not found in table {table.Name}"
                        : $"Column {name} was not found in table '{table.Keyspace}.{table.Name}'",
                    name);
            }

            if (run.IsScylla)
            {
                CheckOnScylla(keyspace, table, column);
            }
            else
            {
                Check(run, keyspace, table, column);
            }

            gone.Add(name);
            dropped = dropped.Set(name, new DroppedColumn(name, TypeRules.ExpandUserTypes(column.Type, keyspace), column.Kind, time));
        }

        if (gone.Count == 0)
        {
            return keyspace;
        }

        if (!run.IsScylla && table.Flags.HasFlag(TableFlags.Dense))
        {
            throw Refusal.Server("java.lang.IndexOutOfBoundsException: 0 not in range [0..0)", drop.Columns[0]);
        }

        TableSchema after = table with
        {
            Columns = ValueList.From(table.Columns.Where(c => !gone.Contains(c.Name))),
            DroppedColumns = dropped,
            RowTimeToLiveColumn = table.RowTimeToLiveColumn is { } ttl && gone.Contains(ttl) ? null : table.RowTimeToLiveColumn,
        };
        return WithoutInViews(keyspace.With(after), table.Name, gone);
    }

    private static void Check(StatementRun run, KeyspaceSchema keyspace, TableSchema table, ColumnSchema column)
    {
        string name = column.Name;
        if (column.IsKey)
        {
            throw Refusal.Invalid($"Cannot drop PRIMARY KEY column {name}", name);
        }

        if (column.Type is UserType { Frozen: false } user && run.Dialect.Version.Major >= 4)
        {
            throw Refusal.Invalid($"Cannot drop non-frozen column {name} of user type {user.Name}", name);
        }

        List<string> indexes = [.. table.Indexes.Values.Where(i => i.DependsOn(name)).Select(i => i.Name)];
        if (indexes.Count > 0)
        {
            throw Refusal.Invalid(
                $"Cannot drop column {name} because it has dependent secondary indexes ({string.Join(", ", indexes)})", name);
        }

        if (keyspace.ViewsOf(table.Name).Any())
        {
            throw Refusal.Invalid($"Cannot drop column {name} on base table {table.Name} with materialized views", name);
        }
    }

    private static void CheckOnScylla(KeyspaceSchema keyspace, TableSchema table, ColumnSchema column)
    {
        string name = column.Name;
        if (column.IsKey)
        {
            throw Refusal.Invalid($"Cannot drop PRIMARY KEY part {name}", name);
        }

        // A built-in index is a view keyed by the column.
        IndexSchema? index = table.Indexes.Values.FirstOrDefault(i => i.DependsOn(name));
        if (index is not null)
        {
            throw Refusal.Invalid(
                $"Cannot drop column {name} from base table {table.Keyspace}.{table.Name}: materialized view {index.Name}_index needs this column", name);
        }

        ViewSchema? view = keyspace.ViewsOf(table.Name).FirstOrDefault(v => NeedsColumn(v, table, name));
        if (view is not null)
        {
            throw Refusal.Invalid(
                $"Cannot drop column {name} from base table {table.Keyspace}.{table.Name}: materialized view {view.Name} needs this column", name);
        }
    }

    // A view keyed by base keys only must know of every cell that keeps a row alive: it has the others as virtual columns.
    private static bool NeedsColumn(ViewSchema view, TableSchema table, string column) =>
        view.FindColumn(column) is not null
        || !view.Columns.Any(c => c.IsKey && table.FindColumn(c.Name) is { Kind: ColumnKind.Regular });

    private static KeyspaceSchema WithoutInViews(KeyspaceSchema keyspace, string table, HashSet<string> gone)
    {
        KeyspaceSchema after = keyspace;
        foreach (ViewSchema view in keyspace.ViewsOf(table))
        {
            if (view.Columns.Any(c => gone.Contains(c.Name)))
            {
                after = after.With(view with { Columns = ValueList.From(view.Columns.Where(c => !gone.Contains(c.Name))) });
            }
        }

        return after;
    }

    private static long? Time(StatementRun run, DropColumns drop) =>
        drop.Timestamp is ConstantTerm constant
        && long.TryParse(constant.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long micros)
            ? micros
            : run.Context.TimestampMicros;
}
