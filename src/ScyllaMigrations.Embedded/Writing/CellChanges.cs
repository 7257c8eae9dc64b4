using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Makes the changes of cells that a whole value means.</summary>
internal static class CellChanges
{
    /// <summary>A value in place of all that was there.</summary>
    public static void Set(List<CellChange> cells, ColumnModel column, byte[]? value)
    {
        if (!column.IsComplex)
        {
            cells.Add(new PutCell(column, value));
            return;
        }

        cells.Add(new ClearElements(column, IncludesNow: false));
        if (value is not null)
        {
            Add(cells, column, value);
        }
    }

    /// <summary>A collection's elements beside those that are there.</summary>
    public static void Add(List<CellChange> cells, ColumnModel column, byte[] value)
    {
        switch (column.Codec)
        {
            case MapCodec map:
                cells.AddRange(MapCodec.Unpack(value).Select(e => new PutElement(column, e.Key, e.Value)));
                break;
            case SequenceCodec { IsSet: true } set:
                cells.AddRange(SequenceCodec.Unpack(value).Select(e => new PutElement(column, e, [])));
                break;
            case SequenceCodec list:
                cells.AddRange(SequenceCodec.Unpack(value).Select(e => new AddToList(column, e, AtStart: false)));
                break;
            case UserTypeCodec user:
                cells.AddRange(user.Unpack(value).Select((v, i) => new PutElement(column, FieldPath(i), v)));
                break;
        }
    }

    /// <summary>Where a field of a user type is kept.</summary>
    public static byte[] FieldPath(int field) => Wire.Int16((short)field);
}
