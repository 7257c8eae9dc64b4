using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … ALTER c [DROP] MASKED (Cassandra 5.0).</summary>
internal static class ColumnMasks
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table, MaskColumn change)
    {
        ColumnMask? mask = change.Mask is null ? null : MaskRules.Check(change.Mask, run);
        if (table.FindColumn(change.Column) is not { } column)
        {
            return change.IfExists
                ? keyspace
                : throw Refusal.Invalid(
                    $"Column with name '{change.Column}' doesn't exist on table '{table.Name}'", change.Column);
        }

        return column.Mask == mask
            ? keyspace
            : keyspace.With(table with
            {
                Columns = ValueList.From(table.Columns.Select(c => c.Name == change.Column ? c with { Mask = mask } : c)),
            });
    }
}
