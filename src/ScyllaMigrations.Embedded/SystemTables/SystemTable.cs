using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;
using ScyllaMigrations.Embedded.Writing;

namespace ScyllaMigrations.Embedded.SystemTables;

/// <summary>A table whose rows are made from the state of the cluster.</summary>
internal sealed class SystemTable
{
    private readonly long _timestamp;
    private readonly ChangeApplier _applier = new();

    public SystemTable(TableModel model, long timestamp)
    {
        Model = model;
        Data = new TableData(model.Order);
        _timestamp = timestamp;
    }

    public TableModel Model { get; }

    public TableData Data { get; }

    /// <summary>Adds a row; columns that are not named, or are null, stay null.</summary>
    public void Add(params (string Column, object? Value)[] values) => Add((IEnumerable<(string Column, object? Value)>)values);

    /// <summary>Adds a row.</summary>
    public void Add(IEnumerable<(string Column, object? Value)> values)
    {
        Dictionary<string, object?> byName = values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal);
        byte[] Key(ColumnModel column) => Encode(column, byName[column.Name]!);
        List<CellChange> cells = [];
        foreach (KeyValuePair<string, object?> value in byName.Where(v => v.Value is not null))
        {
            ColumnModel column = Model.Get(value.Key);
            if (!column.Schema.IsKey)
            {
                CellChanges.Set(cells, column, Encode(column, value.Value!));
            }
        }

        PartitionKey key = new([.. Model.PartitionKey.Select(Key)]);
        WriteRow row = new([.. Model.Clustering.Select(Key)], true, cells, _timestamp, 0, 0);
        _applier.Apply(Data, new PartitionChange(Model, key, [row]));
    }

    private static byte[] Encode(ColumnModel column, object value) => column.Codec.FromClr(value)
        ?? throw CqlRefusal.Invalid($"The value of {column.Name} is of .NET type {value.GetType().Name}, which is not {column.Type.CqlName}", column.Name);
}
