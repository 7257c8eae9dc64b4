using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>The WHERE of a SELECT: refuses what a server refuses, and finds the rows.</summary>
internal sealed class RowSource
{
    private const string NeedsFiltering =
        "Cannot execute this query as it might involve data filtering and thus may have unpredictable performance. "
        + "If you want to execute this query despite the performance unpredictability, use ALLOW FILTERING";

    private readonly TableModel _table;
    private readonly Restriction[] _restrictions;
    private readonly bool _allowFiltering;
    private readonly long _now;

    public RowSource(TableModel table, IEnumerable<Restriction> restrictions, bool allowFiltering, CqlDialect dialect, long nowSeconds)
    {
        _table = table;
        _restrictions = [.. restrictions];
        _allowFiltering = allowFiltering;
        _now = nowSeconds;
        RefuseContradictions();
        IndexUse index = IndexUse.Find(table, _restrictions, dialect);
        RefusePartitionKey(index, dialect);
        RefuseClustering(index);
        RefuseOthers(index);
    }

    /// <summary>Whether single partitions are named by = or IN on the whole partition key.</summary>
    public bool NamesPartitions => _table.PartitionKey.All(c => Equality(c) is not null);

    /// <summary>Whether more than one partition may be named.</summary>
    public bool NamesSeveralPartitions => Array.Exists(_table.PartitionKey, c => Equality(c)!.Operator == RelationOperator.In);

    /// <summary>Whether any clustering or regular column is restricted, so that a partition's static part alone does not count.</summary>
    private bool RestrictsRows => Array.Exists(_restrictions, r => Array.Exists(r.Columns, c => c.Kind is ColumnKind.Clustering or ColumnKind.Regular));

    /// <summary>The rows that satisfy all conditions, partition by partition in the order of tokens.</summary>
    public IEnumerable<IReadOnlyList<RowView>> Read(TableData data, bool reversed)
    {
        foreach (Partition partition in Partitions(data))
        {
            List<RowView> rows = [];
            IEnumerable<Row> candidates = Candidates(partition);
            foreach (Row row in reversed ? candidates.Reverse() : candidates)
            {
                RowView view = new(_table, partition, row);
                if (row.IsLive(_now) && Array.TrueForAll(_restrictions, r => r.Holds(view)))
                {
                    rows.Add(view);
                }
            }

            if (rows.Count == 0 && !RestrictsRows && partition.Static.HasLiveCells(_now))
            {
                RowView view = new(_table, partition, null);
                if (Array.TrueForAll(_restrictions, r => r.Holds(view)))
                {
                    rows.Add(view);
                }
            }

            if (rows.Count > 0)
            {
                yield return rows;
            }
        }
    }

    private IEnumerable<Partition> Partitions(TableData data)
    {
        if (!NamesPartitions)
        {
            return data.Partitions;
        }

        // Servers answer IN in the order of the values, not of the tokens.
        IEnumerable<byte[][]> keys = [[]];
        foreach (ColumnModel column in _table.PartitionKey)
        {
            byte[][] values = [.. Equality(column)!.Values.OrderBy(v => v, Comparer<byte[]>.Create(column.Codec.Compare))];
            keys = keys.SelectMany(k => values.Select(v => (byte[][])[.. k, v]));
        }

        return keys.Select(k => new PartitionKey(k)).Distinct().Select(data.Find).Where(p => p is not null)!;
    }

    // A row named by all its clustering columns is looked up; everything else is filtered.
    private IEnumerable<Row> Candidates(Partition partition)
    {
        byte[][] clustering = new byte[_table.Clustering.Length][];
        for (int i = 0; i < clustering.Length; i++)
        {
            if (Equality(_table.Clustering[i]) is not { Operator: RelationOperator.Equal } equality)
            {
                return partition.Rows;
            }

            clustering[i] = equality.Values[0];
        }

        return partition.Find(clustering) is { } row ? [row] : [];
    }

    private Restriction? Equality(ColumnModel column) =>
        Array.Find(_restrictions, r => r.Columns.Length == 1 && r.Columns[0] == column && r.IsEquality);

    private IEnumerable<Restriction> On(ColumnModel column) => _restrictions.Where(r => r.Columns.Contains(column));

    private void RefuseContradictions()
    {
        foreach (ColumnModel column in _table.Columns.Where(c => !c.IsComplex))
        {
            Restriction[] all = [.. On(column).Where(r => r.Operator is not (RelationOperator.Contains or RelationOperator.ContainsKey or RelationOperator.NotEqual or RelationOperator.NotIn) && !r.OnElement)];
            if (all.Length > 1 && Array.Find(all, r => r.IsEquality) is { } equality)
            {
                throw CqlRefusal.Invalid(
                    $"{column.Name} cannot be restricted by more than one relation if it includes an {(equality is { Operator: RelationOperator.In, Values.Length: > 1 } ? "IN" : "Equal")}", column.Name);
            }

            RefuseTwoBounds(all, column, lower: true);
            RefuseTwoBounds(all, column, lower: false);
        }
    }

    private static void RefuseTwoBounds(Restriction[] all, ColumnModel column, bool lower)
    {
        if (all.Count(r => lower
            ? r.Operator is RelationOperator.Greater or RelationOperator.GreaterOrEqual
            : r.Operator is RelationOperator.Less or RelationOperator.LessOrEqual) > 1)
        {
            throw CqlRefusal.Invalid($"More than one restriction was found for the {(lower ? "start" : "end")} bound on {column.Name}", column.Name);
        }
    }

    private void RefusePartitionKey(IndexUse index, CqlDialect dialect)
    {
        bool restricted = Array.Exists(_table.PartitionKey, c => On(c).Any());
        if (_allowFiltering || index.IsUsed || !restricted)
        {
            return;
        }

        if (dialect.IsScylla && Array.Exists(_table.PartitionKey, c => On(c).Any(r => !r.IsEquality && r.Operator is not RelationOperator.NotEqual)))
        {
            throw CqlRefusal.Invalid("Only EQ and IN relation are supported on the partition key (unless you use the token() function or allow filtering)");
        }

        if (!NamesPartitions)
        {
            throw CqlRefusal.Invalid(NeedsFiltering);
        }
    }

    private void RefuseClustering(IndexUse index)
    {
        if (_allowFiltering || index.IsUsed)
        {
            return;
        }

        bool open = false;
        ColumnModel? before = null;
        foreach (ColumnModel column in _table.Clustering)
        {
            Restriction[] on = [.. On(column)];
            if (on.Length > 0 && open)
            {
                if (Array.Exists(on, r => r.Columns.Length > 1 && r.Columns[0] != column))
                {
                    continue;
                }

                throw CqlRefusal.Invalid(On(before!).Any()
                    ? $"Clustering column \"{column.Name}\" cannot be restricted (preceding column \"{before!.Name}\" is restricted by a non-EQ relation)"
                    : $"PRIMARY KEY column \"{column.Name}\" cannot be restricted as preceding column \"{before!.Name}\" is not restricted", column.Name);
            }

            if (on.Length > 0 && Array.Exists(on, r => r.Operator is RelationOperator.Contains or RelationOperator.ContainsKey or RelationOperator.NotEqual))
            {
                throw CqlRefusal.Invalid(NeedsFiltering, column.Name);
            }

            if (!Array.Exists(on, r => r.IsEquality))
            {
                open = true;
                before ??= column;
            }
        }

        if (!NamesPartitions && Array.Exists(_table.Clustering, c => On(c).Any()))
        {
            throw CqlRefusal.Invalid(NeedsFiltering);
        }
    }

    private void RefuseOthers(IndexUse index)
    {
        if (_allowFiltering)
        {
            return;
        }

        foreach (Restriction restriction in _restrictions)
        {
            if (restriction.IsToken || Array.Exists(restriction.Columns, c => c.Schema.IsKey && !index.IsUsed) || index.Serves(restriction))
            {
                continue;
            }

            if (restriction.Columns[0].Schema.IsKey && (NamesPartitions || index.AllowsKeyRestrictions))
            {
                continue;
            }

            throw CqlRefusal.Invalid(NeedsFiltering, restriction.Columns[0].Name);
        }
    }
}
