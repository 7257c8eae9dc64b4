using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … RENAME: key columns only, in views too.</summary>
internal static class ColumnRenames
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table, RenameColumns rename)
    {
        KeyspaceSchema after = keyspace;
        TableSchema current = table;
        foreach (Rename step in rename.Renames)
        {
            // IF EXISTS makes no difference on Cassandra 5.0.6 (tried). Every step is judged on the table as it was.
            Check(run, current, step, keyspace.ViewsOf(table.Name));
            current = current with { Columns = Renamed(current.Columns, step) };
            after = after.With(current);
            foreach (ViewSchema view in after.ViewsOf(table.Name).ToList())
            {
                if (view.FindColumn(step.From) is not null)
                {
                    after = after.With(view with { Columns = Renamed(view.Columns, step), Where = Renamed(view.Where, step) });
                }
            }
        }

        return after;
    }

    private static void Check(StatementRun run, TableSchema table, Rename step, IEnumerable<ViewSchema> views)
    {
        string name = table.Keyspace + "." + table.Name;
        if (table.FindColumn(step.From) is not { } column)
        {
            throw Refusal.Invalid(
                run.IsScylla ? $"Cannot rename unknown column {step.From} in table {table.Name}" : $"Undefined column name {CqlIdentifier.Quote(step.From)} in table {name}",
                step.From);
        }

        if (!column.IsKey)
        {
            throw Refusal.Invalid($"Cannot rename non PRIMARY KEY {(run.IsScylla ? "part" : "column")} {step.From}", step.From);
        }

        if (table.FindColumn(step.To) is not null)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot rename column {step.From} to {step.To} in table {table.Name}; another column of that name already exist"
                    : $"Cannot rename column {step.From} to {step.To} in table '{name}'; another column with that name already exists",
                step.To);
        }

        List<string> indexes = [.. table.Indexes.Values.Where(i => i.DependsOn(step.From)).Select(i => i.Name)];
        if (indexes.Count > 0)
        {
            throw Refusal.Invalid(
                (run.IsScylla ? "Cannot" : "Can't")
                + $" rename column {step.From} because it has dependent secondary indexes ({string.Join(", ", indexes)})",
                step.From);
        }

        if (!run.IsScylla)
        {
            ViewSchema? clash = views.FirstOrDefault(v => v.FindColumn(step.To) is not null);
            if (clash is not null)
            {
                throw Refusal.Invalid(
                    $"Cannot rename column {step.From} to {step.To} in materialized view '{clash.Name}'; another column with that name already exists",
                    step.To);
            }
        }
    }

    private static ValueList<ColumnSchema> Renamed(ValueList<ColumnSchema> columns, Rename step) =>
        TableSchema.Ordered(columns.Select(c => c.Name == step.From ? c with { Name = step.To } : c));

    private static ValueList<Relation> Renamed(ValueList<Relation> where, Rename step) => ValueList.From(where.Select(relation => relation switch
    {
        IsNotNullRelation given when given.Column == step.From => new IsNotNullRelation(step.To),
        ColumnRelation given when given.Column == step.From => given with { Column = step.To },
        ElementRelation given when given.Column == step.From => given with { Column = step.To },
        TupleRelation given => given with { Columns = Renamed(given.Columns, step) },
        TokenRelation given => given with { Columns = Renamed(given.Columns, step) },
        _ => relation,
    }));

    private static ValueList<string> Renamed(ValueList<string> names, Rename step) =>
        ValueList.From(names.Select(n => n == step.From ? step.To : n));
}
