using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>The cells of a non-frozen collection or user type: by element, key, place in the list or number of the field.</summary>
internal sealed class ComplexCells
{
    private readonly SortedDictionary<byte[], Cell> _cells;

    public ComplexCells(IComparer<byte[]> order) => _cells = new SortedDictionary<byte[], Cell>(order);

    /// <summary>Everything written up to then was deleted; <see cref="long.MinValue"/> for nothing.</summary>
    public long DeletedAt { get; private set; } = long.MinValue;

    /// <summary>All cells in their order.</summary>
    public IEnumerable<KeyValuePair<byte[], Cell>> Cells => _cells;

    /// <summary>Whether nothing is kept here, not even a deletion.</summary>
    public bool IsEmpty => _cells.Count == 0 && DeletedAt == long.MinValue;

    public void Put(byte[] path, Cell cell)
    {
        if (cell.Timestamp > DeletedAt)
        {
            _cells[path] = _cells.TryGetValue(path, out Cell? before) ? Cell.Newer(before, cell) : cell;
        }
    }

    public void Delete(long timestamp)
    {
        if (timestamp > DeletedAt)
        {
            DeletedAt = timestamp;
            RemoveUpTo(timestamp);
        }
    }

    /// <summary>Takes out what was written up to a time, as a deletion further out does.</summary>
    public void RemoveUpTo(long timestamp)
    {
        foreach (byte[] path in _cells.Where(c => c.Value.Timestamp <= timestamp).Select(c => c.Key).ToArray())
        {
            _cells.Remove(path);
        }
    }

    /// <summary>The value as one, or null when no cell is live.</summary>
    public byte[]? Assemble(ValueCodec codec, long nowSeconds)
    {
        List<KeyValuePair<byte[], Cell>> live = [.. _cells.Where(c => c.Value.IsLive(nowSeconds))];
        if (live.Count == 0)
        {
            return null;
        }

        switch (codec)
        {
            case MapCodec map:
                return MapCodec.Pack([.. live.Select(c => new KeyValuePair<byte[], byte[]>(c.Key, c.Value.Value!))]);
            case SequenceCodec { IsSet: true } set:
                return SequenceCodec.Pack(live.Select(c => c.Key));
            case SequenceCodec list:
                return SequenceCodec.Pack(live.Select(c => c.Value.Value));
            default:
                byte[]?[] fields = new byte[((UserTypeCodec)codec).Fields.Length][];
                foreach (KeyValuePair<byte[], Cell> cell in live)
                {
                    fields[Wire.ReadSigned(cell.Key)] = cell.Value.Value;
                }

                return TupleCodec.Pack(fields);
        }
    }
}
