using System.Collections.Generic;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Puts changes into a table's rows. It cannot fail: everything was checked before.</summary>
internal sealed class ChangeApplier
{
    private const long MiddleOfList = 1L << 62;
    private long _listSteps;

    public void Apply(TableData data, PartitionChange change)
    {
        Partition partition = data.GetOrAdd(change.Key);
        foreach (RowChange row in change.Rows)
        {
            switch (row)
            {
                case WriteRow write:
                    Write(change.Table, partition, write);
                    break;
                case DeleteRow delete:
                    if (delete.Timestamp > partition.DeletionOf(delete.Clustering))
                    {
                        partition.GetOrAdd(delete.Clustering).Delete(delete.Timestamp);
                    }

                    break;
                case DeletePartition delete:
                    partition.Delete(delete.Timestamp);
                    break;
                case DeleteRange delete:
                    if (delete.Timestamp > partition.DeletedAt)
                    {
                        partition.DeleteRange(new RangeDeletion(delete.Start, delete.End, delete.Timestamp));
                    }

                    break;
            }
        }
    }

    private void Write(TableModel table, Partition partition, WriteRow write)
    {
        // What was deleted with a later time stays deleted.
        long deleted = partition.DeletionOf(write.Clustering);
        if (write.Timestamp <= deleted)
        {
            return;
        }

        Row row = write.Clustering is null ? partition.Static : partition.GetOrAdd(write.Clustering);
        if (write.Marks)
        {
            row.Mark(new Cell(write.Timestamp, [], write.TimeToLive, write.ExpiresAt));
        }

        foreach (CellChange cell in write.Cells)
        {
            if (!WasDroppedLater(table.Schema, cell.Column.Name, write.Timestamp))
            {
                Write(row, cell, write);
            }
        }
    }

    private static bool WasDroppedLater(TableSchema table, string column, long timestamp) =>
        table.DroppedColumns.TryGetValue(column, out DroppedColumn? dropped) && dropped.DroppedTimeMicros >= timestamp;

    private void Write(Row row, CellChange change, WriteRow write)
    {
        ColumnModel column = change.Column;
        switch (change)
        {
            case PutCell put:
                row.Put(column.Name, NewCell(put.Value, write));
                break;
            case PutElement put when write.Timestamp > row.DeletedAt:
                row.ComplexOf(column.Name, column.PathOrder).Put(put.Path, NewCell(put.Value, write));
                break;
            case ClearElements clear when write.Timestamp > row.DeletedAt:
                row.ComplexOf(column.Name, column.PathOrder).Delete(write.Timestamp - (clear.IncludesNow ? 0 : 1));
                break;
            case AddToList add when write.Timestamp > row.DeletedAt:
                _listSteps++;
                byte[] place = Wire.Int64(add.AtStart ? MiddleOfList - _listSteps : MiddleOfList + _listSteps);
                row.ComplexOf(column.Name, column.PathOrder).Put(place, NewCell(add.Value, write));
                break;
            case AddToCounter add when write.Timestamp > row.DeletedAt:
                long before = row.Cells.TryGetValue(column.Name, out Cell? cell) && cell.Value is { } value ? Wire.ReadInt64(value, 0) : 0;
                row.Replace(column.Name, new Cell(write.Timestamp, Wire.Int64(unchecked(before + add.By))));
                break;
        }
    }

    private static Cell NewCell(byte[]? value, WriteRow write) =>
        value is null ? new Cell(write.Timestamp, null) : new Cell(write.Timestamp, value, write.TimeToLive, write.ExpiresAt);

    /// <summary>Applies several changes.</summary>
    public void Apply(System.Func<TableModel, TableData> dataOf, IEnumerable<PartitionChange> changes)
    {
        foreach (PartitionChange change in changes)
        {
            Apply(dataOf(change.Table), change);
        }
    }
}
