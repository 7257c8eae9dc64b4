using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>All rows of one partition key.</summary>
internal sealed class Partition
{
    private readonly RowOrder _order;
    private readonly List<Row> _rows = [];
    private readonly List<RangeDeletion> _ranges = [];

    public Partition(PartitionKey key, RowOrder order)
    {
        Key = key;
        _order = order;
    }

    public PartitionKey Key { get; }

    public Row Static { get; } = new([]);

    /// <summary>The rows in clustering order.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    public IReadOnlyList<RangeDeletion> Ranges => _ranges;

    /// <summary>Everything written up to then was deleted; <see cref="long.MinValue"/> for nothing.</summary>
    public long DeletedAt { get; private set; } = long.MinValue;

    public Row? Find(byte[][] clustering)
    {
        int at = IndexOf(clustering);
        return at >= 0 ? _rows[at] : null;
    }

    public Row GetOrAdd(byte[][] clustering)
    {
        int at = IndexOf(clustering);
        if (at >= 0)
        {
            return _rows[at];
        }

        Row row = new(clustering);
        _rows.Insert(~at, row);
        return row;
    }

    /// <summary>Up to when a row, or the static part for null, was deleted by something larger than itself.</summary>
    public long DeletionOf(byte[][]? clustering)
    {
        long deleted = DeletedAt;
        foreach (RangeDeletion range in _ranges)
        {
            if (clustering is not null && range.Timestamp > deleted && _order.IsWithin(clustering, range.Start, range.End))
            {
                deleted = range.Timestamp;
            }
        }

        return deleted;
    }

    public void Delete(long timestamp)
    {
        if (timestamp <= DeletedAt)
        {
            return;
        }

        DeletedAt = timestamp;
        _ranges.RemoveAll(r => r.Timestamp <= timestamp);
        Static.RemoveUpTo(timestamp);
        foreach (Row row in _rows)
        {
            row.RemoveUpTo(timestamp);
        }

        _rows.RemoveAll(r => r.Marker is null && r.Cells.Count == 0 && !r.Complex.Values.Any(c => c.Cells.Any()) && r.DeletedAt <= timestamp);
    }

    public void DeleteRange(RangeDeletion range)
    {
        _ranges.RemoveAll(r => r.Start == range.Start && r.End == range.End && r.Timestamp <= range.Timestamp);
        _ranges.Add(range);
        foreach (Row row in _rows)
        {
            if (_order.IsWithin(row.Clustering, range.Start, range.End))
            {
                row.RemoveUpTo(range.Timestamp);
            }
        }
    }

    private int IndexOf(byte[][] clustering)
    {
        int low = 0;
        int high = _rows.Count - 1;

        // Rows come mostly in order, so the end is looked at first.
        if (high >= 0 && _order.Compare(_rows[high].Clustering, clustering) < 0)
        {
            return ~(high + 1);
        }

        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = _order.Compare(_rows[middle].Clustering, clustering);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
