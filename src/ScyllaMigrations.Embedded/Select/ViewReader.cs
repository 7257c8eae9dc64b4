using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>A materialized view's rows, made from its base table when they are asked for.</summary>
internal sealed class ViewReader
{
    private readonly TermEvaluator _evaluator;
    private readonly ViewSchema _view;

    public ViewReader(TermEvaluator evaluator, TableModel baseTable, ViewSchema view, CodecFactory codecs)
    {
        _evaluator = evaluator;
        _view = view;
        Base = baseTable;
        Model = new TableModel(
            new TableSchema { Keyspace = view.Keyspace, Name = view.Name, Columns = view.Columns, Options = view.Options, Id = view.Id }, codecs);
    }

    /// <summary>The base table.</summary>
    public TableModel Base { get; }

    /// <summary>The view as a table.</summary>
    public TableModel Model { get; }

    public TableData Read(TableData data)
    {
        long now = _evaluator.Context.NowSeconds;
        RestrictionBuilder builder = new(_evaluator, Base);
        Restriction[] where = [.. _view.Where.Select(builder.Build)];
        TableData result = new(Model.Order);
        foreach (Partition partition in data.Partitions)
        {
            foreach (Row row in partition.Rows.Where(r => r.IsLive(now)))
            {
                RowView view = new(Base, partition, row);
                if (Array.TrueForAll(where, r => r.Holds(view)))
                {
                    Add(result, view, now);
                }
            }
        }

        return result;
    }

    private void Add(TableData result, RowView row, long now)
    {
        byte[]?[] key = [.. Model.PartitionKey.Select(c => row.Read(Base.Get(c.Name), now))];
        byte[]?[] clustering = [.. Model.Clustering.Select(c => row.Read(Base.Get(c.Name), now))];
        if (Array.Exists(key, v => v is null) || Array.Exists(clustering, v => v is null))
        {
            return;
        }

        Row copy = result.GetOrAdd(new PartitionKey(key!)).GetOrAdd(clustering!);
        copy.Mark(row.Row!.Marker ?? new Cell(0, []));
        foreach (ColumnModel column in Model.Columns.Where(c => !c.Schema.IsKey))
        {
            if (row.Row.Cells.TryGetValue(column.Name, out Cell? cell))
            {
                copy.Put(column.Name, cell);
            }
            else if (row.Row.Complex.TryGetValue(column.Name, out ComplexCells? cells))
            {
                foreach (KeyValuePair<byte[], Cell> part in cells.Cells)
                {
                    copy.ComplexOf(column.Name, column.PathOrder).Put(part.Key, part.Value);
                }
            }
        }
    }
}
