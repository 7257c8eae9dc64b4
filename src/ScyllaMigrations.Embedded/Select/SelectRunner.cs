using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Functions;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>Executes a SELECT on one table's rows.</summary>
internal sealed class SelectRunner
{
    private readonly TermEvaluator _evaluator;
    private readonly TableModel _table;
    private readonly SelectStatement _select;
    private readonly Selector[] _selectors;
    private readonly bool _aggregates;

    public SelectRunner(TermEvaluator evaluator, TableModel table, SelectStatement select)
    {
        _evaluator = evaluator;
        _table = table;
        _select = select;
        _selectors = select.Selectors.Count > 0 ? [.. select.Selectors] : [.. table.Columns.Select(c => new Selector(new ColumnTerm(c.Name)))];
        _aggregates = Array.Exists(_selectors, s => ServerFunctions.HasAggregate(s.Expression));
        if (Array.Find(_selectors, s => IsUntyped(s.Expression)) is { } untyped)
        {
            throw CqlRefusal.Invalid($"Cannot infer type for term {TermText.Of(untyped.Expression is CastTerm cast ? cast.Value : untyped.Expression)} in selection clause (try using a cast to force a type)");
        }

        if (select.MutationFragments)
        {
            throw CqlRefusal.NotSupported("SELECT FROM MUTATION_FRAGMENTS");
        }
    }

    public CqlResult Run(TableData data)
    {
        RefuseDistinct();
        RefusePerPartitionLimit();
        RestrictionBuilder builder = new(_evaluator, _table);
        RowSource source = new(
            _table, _select.Where.Select(builder.Build), _select.AllowFiltering, _evaluator.Context.Dialect, _evaluator.Context.NowSeconds);
        RowOrdering ordering = new(_table, _select, source);
        int groups = GroupColumns();
        int? limit = Limit(_select.Limit, "LIMIT");
        int? perPartition = Limit(_select.PerPartitionLimit, "PER PARTITION LIMIT");
        CqlColumn[] columns = Columns();

        bool limitsRows = !_aggregates && _select.GroupBy.Count == 0;
        List<IReadOnlyList<RowView>> partitions = [.. source.Read(data, ordering.IsReversed)];
        List<IReadOnlyList<RowView>> results = [];
        foreach (IReadOnlyList<RowView> rows in partitions)
        {
            IEnumerable<IReadOnlyList<RowView>> found = _select.Distinct
                ? [[rows[0]]]
                : limitsRows ? rows.Select(r => (IReadOnlyList<RowView>)[r]) : Groups(rows, groups);
            results.AddRange(perPartition is { } most ? found.Take(most) : found);
        }

        if (_aggregates && _select.GroupBy.Count == 0)
        {
            results = [[.. results.SelectMany(r => r)]];
        }

        ordering.Sort(results, _evaluator.Context.NowSeconds);
        IEnumerable<IReadOnlyList<RowView>> kept = limit is { } count ? results.Take(count) : results;
        return new CqlResult(columns, [.. kept.Select(r => Project(r, columns))], [], null);
    }

    private static bool IsUntyped(Term term) =>
        term is ConstantTerm or BoundTerm or ListTerm or SetTerm or MapTerm or UserTypeTerm || (term is CastTerm cast && IsUntyped(cast.Value));

    // Without GROUP BY an aggregate takes all rows; else neighbouring rows with equal values of the first key columns.
    private IEnumerable<IReadOnlyList<RowView>> Groups(IReadOnlyList<RowView> rows, int keyColumns)
    {
        int clustering = Math.Max(0, keyColumns - _table.PartitionKey.Length);
        List<RowView> group = [];
        foreach (RowView row in rows)
        {
            if (group.Count > 0 && row.Row is not null && clustering > 0
                && _table.Order.Compare([.. group[0].Row!.Clustering.Take(clustering)], row.Row.Clustering) != 0)
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        yield return group;
    }

    private CqlRow Project(IReadOnlyList<RowView> rows, CqlColumn[] columns)
    {
        RowScope scope = new(_evaluator, _table, rows, isGroup: _aggregates);
        TypedValue[] values = [.. _selectors.Select(s => _evaluator.Infer(s.Expression, scope))];
        if (!_select.Json)
        {
            return new CqlRow(columns, [.. values.Select(v => v.Bytes is null ? null : v.Codec.ToClr(v.Bytes))]);
        }

        StringBuilder json = new("{");
        for (int i = 0; i < values.Length; i++)
        {
            string name = _selectors[i].Alias ?? TermText.Of(_selectors[i].Expression);
            json.Append(i == 0 ? string.Empty : ", ")
                .Append(JsonText.Quote(name == CqlIdentifier.Fold(name) ? name : "\"" + name + "\""))
                .Append(": ")
                .Append(values[i].Bytes is { } bytes ? values[i].Codec.ToJson(bytes) : "null");
        }

        return new CqlRow(columns, [json.Append('}').ToString()]);
    }

    // Types show from an evaluation without rows: every column is null there.
    private CqlColumn[] Columns()
    {
        RowScope nothing = new(_evaluator, _table, [], isGroup: _aggregates);
        CqlColumn[] columns =
        [
            .. _selectors.Select(s => new CqlColumn(s.Alias ?? TermText.Of(s.Expression), _evaluator.Infer(s.Expression, nothing).Codec.Type)),
        ];
        return _select.Json ? [new CqlColumn("[json]", NativeType.Find("text")!)] : columns;
    }

    private void RefuseDistinct()
    {
        if (!_select.Distinct)
        {
            return;
        }

        foreach (Selector selector in _selectors)
        {
            foreach (string name in TermColumns.Of(selector.Expression))
            {
                if (_table.Get(name).Kind is ColumnKind.Clustering or ColumnKind.Regular)
                {
                    throw CqlRefusal.Invalid($"SELECT DISTINCT queries must only request partition key columns and/or static columns (not {name})", name);
                }
            }
        }

        foreach (string key in _table.PartitionKey.Select(c => c.Name))
        {
            if (!Array.Exists(_selectors, s => TermColumns.Of(s.Expression).Contains(key)))
            {
                throw CqlRefusal.Invalid($"SELECT DISTINCT queries must request all the partition key columns (missing {key})", key);
            }
        }

        if (_select.Where.Any(r => r is ColumnRelation c && _table.Get(c.Column).Kind is ColumnKind.Clustering or ColumnKind.Regular))
        {
            throw CqlRefusal.Invalid("SELECT DISTINCT with WHERE clause only supports restriction by partition key and/or static columns.");
        }
    }

    private void RefusePerPartitionLimit()
    {
        if (_select.PerPartitionLimit is null)
        {
            return;
        }

        if (_select.Distinct)
        {
            throw CqlRefusal.Invalid("PER PARTITION LIMIT is not allowed with SELECT DISTINCT queries");
        }

        if (_aggregates && _select.GroupBy.Count == 0)
        {
            throw CqlRefusal.Invalid("PER PARTITION LIMIT is not allowed with aggregate queries.");
        }
    }

    private int GroupColumns()
    {
        ColumnModel[] keys = [.. _table.PartitionKey, .. _table.Clustering];
        int at = 0;
        foreach (Term term in _select.GroupBy)
        {
            if (term is not ColumnTerm column)
            {
                throw CqlRefusal.NotSupported($"GROUP BY {TermText.Of(term)}");
            }

            ColumnModel model = _table.Get(column.Name);
            int found = Array.IndexOf(keys, model);
            if (found < 0)
            {
                throw CqlRefusal.Invalid($"Group by is currently only supported on the columns of the PRIMARY KEY, got {column.Name}", column.Name);
            }

            // A column fixed by = may be left out.
            while (at < found && _select.Where.Any(r => r is ColumnRelation { Operator: RelationOperator.Equal } e && e.Column == keys[at].Name))
            {
                at++;
            }

            if (at != found)
            {
                throw CqlRefusal.Invalid(
                    $"Group by currently only support groups of columns following their declared order in the PRIMARY KEY", column.Name);
            }

            at++;
        }

        return _select.GroupBy.Count > 0 && at < _table.PartitionKey.Length
            ? throw CqlRefusal.Invalid("Group by is not supported on only a part of the partition key")
            : at;
    }

    private int? Limit(Term? term, string name)
    {
        if (term is null)
        {
            return null;
        }

        byte[] bytes = _evaluator.Evaluate(term, CodecFactory.Native(NativeTypeKind.Int), name == "LIMIT" ? "[limit]" : "[per_partition_limit]")
            ?? throw CqlRefusal.Invalid($"Invalid null value of {name.ToLowerInvariant()}");
        int value = Wire.ReadInt32(bytes, 0);
        return value > 0 ? value : throw CqlRefusal.Invalid("LIMIT must be strictly positive");
    }
}
