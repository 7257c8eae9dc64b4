using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>The order of a table's rows in a partition.</summary>
internal sealed class RowOrder : IComparer<byte[][]>
{
    private readonly ValueCodec[] _codecs;
    private readonly bool[] _descending;

    public RowOrder(IEnumerable<ColumnSchema> clustering, Func<ColumnSchema, ValueCodec> codecOf)
    {
        ColumnSchema[] columns = [.. clustering];
        _codecs = [.. columns.Select(codecOf)];
        _descending = [.. columns.Select(c => c.Descending)];
    }

    /// <summary>Order of two rows, or of a row and a prefix: values that both have.</summary>
    public int Compare(byte[][]? left, byte[][]? right)
    {
        int count = Math.Min(left!.Length, right!.Length);
        for (int i = 0; i < count; i++)
        {
            int order = _codecs[i].Compare(left[i], right[i]);
            if (order != 0)
            {
                return _descending[i] ? -order : order;
            }
        }

        return 0;
    }

    /// <summary>Whether a row lies between two bounds.</summary>
    public bool IsWithin(byte[][] row, Bound start, Bound end)
    {
        int afterStart = Compare(row, start.Prefix);
        int beforeEnd = Compare(row, end.Prefix);
        return (afterStart > 0 || (afterStart == 0 && start.Inclusive)) && (beforeEnd < 0 || (beforeEnd == 0 && end.Inclusive));
    }
}
