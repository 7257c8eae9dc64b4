using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>A row, or the static part of a partition.</summary>
internal sealed class Row
{
    private readonly Dictionary<string, Cell> _cells = new(System.StringComparer.Ordinal);
    private readonly Dictionary<string, ComplexCells> _complex = new(System.StringComparer.Ordinal);

    public Row(byte[][] clustering) => Clustering = clustering;

    /// <summary>The values of the clustering columns; empty for the static part.</summary>
    public byte[][] Clustering { get; }

    /// <summary>What INSERT leaves beside the cells: the row itself exists.</summary>
    public Cell? Marker { get; private set; }

    /// <summary>Everything written up to then was deleted; <see cref="long.MinValue"/> for nothing.</summary>
    public long DeletedAt { get; private set; } = long.MinValue;

    public IReadOnlyDictionary<string, Cell> Cells => _cells;

    public IReadOnlyDictionary<string, ComplexCells> Complex => _complex;

    /// <summary>Whether the row exists for readers.</summary>
    public bool IsLive(long nowSeconds) => Marker?.IsLive(nowSeconds) == true || HasLiveCells(nowSeconds);

    public bool HasLiveCells(long nowSeconds) =>
        _cells.Values.Any(c => c.IsLive(nowSeconds)) || _complex.Values.Any(c => c.Cells.Any(x => x.Value.IsLive(nowSeconds)));

    /// <summary>Whether nothing is kept, not even a deletion.</summary>
    public bool IsEmpty => Marker is null && _cells.Count == 0 && _complex.Values.All(c => c.IsEmpty) && DeletedAt == long.MinValue;

    public void Mark(Cell marker)
    {
        if (marker.Timestamp > DeletedAt)
        {
            Marker = Marker is null ? marker : Cell.Newer(Marker, marker);
        }
    }

    public void Put(string column, Cell cell)
    {
        if (cell.Timestamp > DeletedAt)
        {
            _cells[column] = _cells.TryGetValue(column, out Cell? before) ? Cell.Newer(before, cell) : cell;
        }
    }

    /// <summary>Sets a cell whatever was there: counters, whose changes add up.</summary>
    public void Replace(string column, Cell cell) => _cells[column] = cell;

    public ComplexCells ComplexOf(string column, IComparer<byte[]> order)
    {
        if (!_complex.TryGetValue(column, out ComplexCells? cells))
        {
            _complex[column] = cells = new ComplexCells(order);
        }

        return cells;
    }

    public void Delete(long timestamp)
    {
        if (timestamp > DeletedAt)
        {
            DeletedAt = timestamp;
            RemoveUpTo(timestamp);
        }
    }

    /// <summary>Takes out what was written up to a time, as the deletion of a partition or range does.</summary>
    public void RemoveUpTo(long timestamp)
    {
        Marker = Marker?.Timestamp <= timestamp ? null : Marker;
        foreach (string column in _cells.Where(c => c.Value.Timestamp <= timestamp).Select(c => c.Key).ToArray())
        {
            _cells.Remove(column);
        }

        foreach (ComplexCells cells in _complex.Values)
        {
            cells.RemoveUpTo(timestamp);
        }
    }

    /// <summary>Takes out a column that was dropped: what was written up to then.</summary>
    public void Drop(string column, long timestamp)
    {
        if (_cells.TryGetValue(column, out Cell? cell) && cell.Timestamp <= timestamp)
        {
            _cells.Remove(column);
        }

        if (_complex.TryGetValue(column, out ComplexCells? cells))
        {
            cells.RemoveUpTo(timestamp);
            if (!cells.Cells.Any())
            {
                _complex.Remove(column);
            }
        }
    }
}
