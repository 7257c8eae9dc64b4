using System.Collections.Generic;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>The rows of one table.</summary>
internal sealed class TableData
{
    private SortedDictionary<PartitionKey, Partition> _partitions = new(PartitionKey.Order);
    private readonly RowOrder _order;

    public TableData(RowOrder order) => _order = order;

    /// <summary>All partitions by token.</summary>
    public IEnumerable<Partition> Partitions => _partitions.Values;

    public Partition? Find(PartitionKey key) => _partitions.TryGetValue(key, out Partition? partition) ? partition : null;

    public Partition GetOrAdd(PartitionKey key)
    {
        if (!_partitions.TryGetValue(key, out Partition? partition))
        {
            _partitions[key] = partition = new Partition(key, _order);
        }

        return partition;
    }

    /// <summary>Removes everything.</summary>
    public void Truncate() => _partitions = new SortedDictionary<PartitionKey, Partition>(PartitionKey.Order);

    /// <summary>Takes out a dropped column.</summary>
    public void Drop(string column, long timestamp)
    {
        foreach (Partition partition in _partitions.Values)
        {
            partition.Static.Drop(column, timestamp);
            foreach (Row row in partition.Rows)
            {
                row.Drop(column, timestamp);
            }
        }
    }
}
