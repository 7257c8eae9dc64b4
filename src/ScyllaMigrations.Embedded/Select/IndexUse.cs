using System;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>Which conditions of a query an index answers, so that it needs no ALLOW FILTERING.</summary>
internal sealed class IndexUse
{
    private readonly Restriction[] _served;

    private IndexUse(Restriction[] served, bool several)
    {
        _served = served;
        AllowsKeyRestrictions = several;
    }

    /// <summary>Whether an index answers at least one condition.</summary>
    public bool IsUsed => _served.Length > 0;

    /// <summary>Whether conditions on key columns may stand beside the indexed ones without filtering.</summary>
    public bool AllowsKeyRestrictions { get; }

    public bool Serves(Restriction restriction) => Array.IndexOf(_served, restriction) >= 0;

    /// <summary>
    /// Finds the indexes that serve: storage-attached ones answer = and ranges and may be used together; the older ones answer = and only one
    /// of them is used, the rest would be filtered.
    /// </summary>
    public static IndexUse Find(TableModel table, Restriction[] restrictions, CqlDialect dialect)
    {
        Restriction[] attached = [.. restrictions.Where(r => table.Schema.Indexes.Values.Any(i => IsAttached(i) && Answers(i, r, ranges: true)))];
        Restriction[] others = [.. restrictions.Where(r => table.Schema.Indexes.Values.Any(i => !IsAttached(i) && Answers(i, r, ranges: false))).Take(1)];
        bool keys = attached.Length > 0 || dialect.IsScylla;
        return attached.Length > 0 ? new IndexUse(attached, keys) : new IndexUse(others, keys);
    }

    private static bool IsAttached(IndexSchema index) =>
        index.ClassName is { } name && (name.EndsWith("StorageAttachedIndex", StringComparison.OrdinalIgnoreCase) || name.Equals("sai", StringComparison.OrdinalIgnoreCase));

    private static bool Answers(IndexSchema index, Restriction restriction, bool ranges)
    {
        if (restriction.IsToken || restriction.Columns.Length != 1)
        {
            return false;
        }

        ColumnModel column = restriction.Columns[0];
        IndexTarget target = index.Targets[index.Targets.Count - 1];
        if (target.Column != column.Name)
        {
            return false;
        }

        return restriction.Operator switch
        {
            RelationOperator.Contains => target.Kind is IndexTargetKind.Values or IndexTargetKind.Column,
            RelationOperator.ContainsKey => target.Kind == IndexTargetKind.Keys,
            RelationOperator.Equal when restriction.OnElement => target.Kind == IndexTargetKind.Entries,
            RelationOperator.Equal => target.Kind is IndexTargetKind.Column or IndexTargetKind.Values && !column.IsComplex || target.Kind == IndexTargetKind.Full,
            RelationOperator.In => false,
            _ => ranges && restriction.IsRange && !restriction.OnElement,
        };
    }
}
