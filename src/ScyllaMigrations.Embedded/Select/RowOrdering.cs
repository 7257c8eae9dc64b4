using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>The ORDER BY of a SELECT.</summary>
internal sealed class RowOrdering
{
    private readonly (ColumnModel Column, bool Descending)[] _columns = [];
    private readonly bool _sorts;

    public RowOrdering(TableModel table, SelectStatement select, RowSource source)
    {
        if (select.OrderBy.Count == 0)
        {
            return;
        }

        if (select.OrderBy.Any(o => o.AnnOf is not null))
        {
            throw CqlRefusal.NotSupported("ORDER BY … ANN OF");
        }

        if (!source.NamesPartitions)
        {
            throw CqlRefusal.Invalid("ORDER BY is only supported when the partition key is restricted by an EQ or an IN.");
        }

        List<(ColumnModel Column, bool Descending)> columns = [];
        foreach (Ordering ordering in select.OrderBy)
        {
            if (ordering.Expression is not ColumnTerm named)
            {
                throw CqlRefusal.NotSupported($"ORDER BY {TermText.Of(ordering.Expression)}");
            }

            ColumnModel column = table.Get(named.Name);
            if (column.Kind != ColumnKind.Clustering)
            {
                throw CqlRefusal.Invalid($"Order by is currently only supported on the clustered columns of the PRIMARY KEY, got {column.Name}", column.Name);
            }

            columns.Add((column, ordering.Descending));
        }

        _columns = [.. columns];
        IsReversed = Direction(table, select);
        _sorts = source.NamesSeveralPartitions;
    }

    /// <summary>Whether rows are wanted against the table's own order.</summary>
    public bool IsReversed { get; }

    /// <summary>Sorts rows of several partitions together, which only ORDER BY with IN does.</summary>
    public void Sort(List<IReadOnlyList<RowView>> rows, long nowSeconds)
    {
        if (!_sorts)
        {
            return;
        }

        IReadOnlyList<RowView>[] sorted = [.. rows.OrderBy(r => r, Comparer<IReadOnlyList<RowView>>.Create((a, b) => Compare(a[0], b[0], nowSeconds)))];
        rows.Clear();
        rows.AddRange(sorted);
    }

    private int Compare(RowView left, RowView right, long nowSeconds)
    {
        foreach ((ColumnModel column, bool descending) in _columns)
        {
            byte[]? a = left.Read(column, nowSeconds);
            byte[]? b = right.Read(column, nowSeconds);
            int order = a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1) : column.Codec.Compare(a, b);
            if (order != 0)
            {
                return descending ? -order : order;
            }
        }

        return 0;
    }

    // Columns must follow the key's order, those fixed by = may be left out, and all must turn the same way.
    private bool Direction(TableModel table, SelectStatement select)
    {
        bool? reversed = null;
        int at = 0;
        foreach ((ColumnModel column, bool descending) in _columns)
        {
            while (table.Clustering[at] != column)
            {
                if (!select.Where.Any(r => r is ColumnRelation { Operator: RelationOperator.Equal } e && e.Column == table.Clustering[at].Name) || at + 1 == table.Clustering.Length)
                {
                    throw CqlRefusal.Invalid("Order by currently only supports the ordering of columns following their declared order in the PRIMARY KEY", column.Name);
                }

                at++;
            }

            bool turned = descending != column.Schema.Descending;
            if (reversed is { } before && before != turned)
            {
                throw CqlRefusal.Invalid("Unsupported order by relation", column.Name);
            }

            reversed = turned;
            at = Math.Min(at + 1, table.Clustering.Length - 1);
        }

        return reversed == true;
    }
}
