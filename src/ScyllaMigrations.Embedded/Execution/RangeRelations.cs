using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>The bounds of a deleted range as conditions.</summary>
internal static class RangeRelations
{
    public static IEnumerable<Relation> Of(TableModel table, RangeDeletion range)
    {
        byte[][] start = range.Start.Prefix;
        byte[][] end = range.End.Prefix;
        int common = 0;
        while (common < start.Length && common < end.Length && table.Clustering[common].Codec.Compare(start[common], end[common]) == 0)
        {
            yield return new ColumnRelation(table.Clustering[common].Name, RelationOperator.Equal, table.Clustering[common].Codec.ToTerm(start[common]));
            common++;
        }

        if (start.Length > common)
        {
            yield return Bounded(table, range.Start, common, isStart: true);
        }

        if (end.Length > common)
        {
            yield return Bounded(table, range.End, common, isStart: false);
        }
    }

    private static Relation Bounded(TableModel table, Bound bound, int from, bool isStart)
    {
        ColumnModel[] columns = [.. table.Clustering.Skip(from).Take(bound.Prefix.Length - from)];
        bool greater = isStart != columns[0].Schema.Descending;
        RelationOperator sign = greater
            ? bound.Inclusive ? RelationOperator.GreaterOrEqual : RelationOperator.Greater
            : bound.Inclusive ? RelationOperator.LessOrEqual : RelationOperator.Less;
        Term[] values = [.. columns.Select((c, i) => c.Codec.ToTerm(bound.Prefix[from + i]))];
        return columns.Length == 1
            ? new ColumnRelation(columns[0].Name, sign, values[0])
            : new TupleRelation(columns.Select(c => c.Name).ToValueList(), sign, new TupleTerm(values.ToValueList()));
    }
}
