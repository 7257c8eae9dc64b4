using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Text;
using Cassandra;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Driver.Values;

/// <summary>
/// Turns what the driver read into the port's values. Limits of the driver's own types: a decimal has at most 28 digits, a tuple at most seven elements,
/// and a null inside of a tuple reads as zero when its type is a number. Inside of user types there are no such limits, because those are read here.
/// </summary>
internal static class ValueReader
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Converts a value of the driver.</summary>
    public static object? Convert(object? value, ColumnTypeCode code, IColumnInfo? info) => (value, info) switch
    {
        (null, _) => null,
        (decimal number, _) => number.ToString(CultureInfo.InvariantCulture),
        (LocalDate date, _) => string.Format(CultureInfo.InvariantCulture, "{0:D4}-{1:D2}-{2:D2}", date.Year, date.Month, date.Day),
        (LocalTime time, _) => CqlText.Time(time.TotalNanoseconds),
        (Duration duration, _) => CqlText.Duration(duration.Months, duration.Days, duration.Nanoseconds),
        (TimeUuid uuid, _) => uuid.ToGuid(),
        (byte[] bytes, UdtColumnInfo) => Decode(bytes, 0, bytes.Length, code, info),
        (_, UdtColumnInfo type) => throw Unreadable(type),
        (IDictionary map, MapColumnInfo type) => ConvertMap(map, type),
        (IEnumerable list, ListColumnInfo type) => ConvertAll(list, type.ValueTypeCode, type.ValueTypeInfo),
        (IEnumerable set, SetColumnInfo type) => ConvertAll(set, type.KeyTypeCode, type.KeyTypeInfo),
        (IEnumerable vector, VectorColumnInfo type) => ConvertAll(vector, type.ValueTypeCode, type.ValueTypeInfo),
        (_, TupleColumnInfo type) => ConvertTuple(value, type.Elements),
        _ => value,
    };

    private static MigrationException Unreadable(UdtColumnInfo type) => new(
        ErrorCodes.Unexpected,
        $"values of the user type {type.Name} cannot be read through a session that maps it to a class; connect with {nameof(CassandraClusterProvider)}");

    private static object?[] ConvertAll(IEnumerable values, ColumnTypeCode code, IColumnInfo? info) =>
        [.. values.Cast<object?>().Select(value => Convert(value, code, info))];

    private static Dictionary<object, object?> ConvertMap(IDictionary map, MapColumnInfo type)
    {
        Dictionary<object, object?> result = [];
        foreach (DictionaryEntry entry in map)
        {
            result.Add(Convert(entry.Key, type.KeyTypeCode, type.KeyTypeInfo)!, Convert(entry.Value, type.ValueTypeCode, type.ValueTypeInfo));
        }

        return result;
    }

    private static object?[] ConvertTuple(object tuple, List<ColumnDesc> elements)
    {
        object?[] result = new object?[elements.Count];
        for (int i = 0; i < result.Length; i++)
        {
            PropertyInfo item = tuple.GetType().GetProperty("Item" + (i + 1).ToString(CultureInfo.InvariantCulture))
                ?? throw new MigrationException(ErrorCodes.Unexpected, $"the driver cannot read tuples of {elements.Count} elements");
            result[i] = Convert(item.GetValue(tuple), elements[i].TypeCode, elements[i].TypeInfo);
        }

        return result;
    }

    /// <summary>Reads a value from bytes in the protocol's form. No bytes mean null, except for texts and blobs.</summary>
    public static object? Decode(byte[] bytes, int offset, int length, ColumnTypeCode code, IColumnInfo? info)
    {
        switch (code)
        {
            case ColumnTypeCode.Ascii or ColumnTypeCode.Text or ColumnTypeCode.Varchar:
                return Encoding.UTF8.GetString(bytes, offset, length);
            case ColumnTypeCode.Blob:
                return BigEndian.Slice(bytes, offset, length);
            case ColumnTypeCode.Udt when info is UdtColumnInfo type:
                return DecodeUserType(bytes, offset, length, type);
            case ColumnTypeCode.Tuple when info is TupleColumnInfo tuple:
                return DecodeParts(bytes, offset, length, tuple.Elements);
            case ColumnTypeCode.List when info is ListColumnInfo list:
                return DecodeCollection(bytes, offset, list.ValueTypeCode, list.ValueTypeInfo);
            case ColumnTypeCode.Set when info is SetColumnInfo set:
                return DecodeCollection(bytes, offset, set.KeyTypeCode, set.KeyTypeInfo);
            case ColumnTypeCode.Map when info is MapColumnInfo map:
                return DecodeMap(bytes, offset, map);
            case ColumnTypeCode.Custom when info is VectorColumnInfo vector:
                return DecodeVector(bytes, offset, vector);
            case ColumnTypeCode.Custom when TypeMapper.IsDuration(info):
                return DecodeDuration(bytes, offset);
            case ColumnTypeCode.Custom:
                return BigEndian.Slice(bytes, offset, length);
            default:
                return length == 0 ? null : DecodeScalar(bytes, offset, length, code);
        }
    }

    private static object DecodeScalar(byte[] bytes, int offset, int length, ColumnTypeCode code) => code switch
    {
        ColumnTypeCode.TinyInt => (sbyte)bytes[offset],
        ColumnTypeCode.SmallInt => (short)BigEndian.Read(bytes, offset, 2),
        ColumnTypeCode.Int => (int)BigEndian.Read(bytes, offset, 4),
        ColumnTypeCode.Bigint or ColumnTypeCode.Counter => BigEndian.Read(bytes, offset, 8),
        ColumnTypeCode.Varint => BigEndian.ReadBigInteger(bytes, offset, length),
        ColumnTypeCode.Float => BitConverter.ToSingle(BitConverter.GetBytes((int)BigEndian.Read(bytes, offset, 4)), 0),
        ColumnTypeCode.Double => BitConverter.Int64BitsToDouble(BigEndian.Read(bytes, offset, 8)),
        ColumnTypeCode.Decimal => CqlText.Decimal(BigEndian.ReadBigInteger(bytes, offset + 4, length - 4), (int)BigEndian.Read(bytes, offset, 4)),
        ColumnTypeCode.Boolean => bytes[offset] != 0,
        ColumnTypeCode.Uuid or ColumnTypeCode.Timeuuid => BigEndian.ReadGuid(bytes, offset),
        ColumnTypeCode.Timestamp => Epoch.AddMilliseconds(BigEndian.Read(bytes, offset, 8)),
        ColumnTypeCode.Date => CqlText.Date((BigEndian.Read(bytes, offset, 4) & 0xFFFF_FFFFL) - 0x8000_0000L),
        ColumnTypeCode.Time => CqlText.Time(BigEndian.Read(bytes, offset, 8)),
        ColumnTypeCode.Duration => DecodeDuration(bytes, offset),
        ColumnTypeCode.Inet => new IPAddress(BigEndian.Slice(bytes, offset, length)),
        _ => BigEndian.Slice(bytes, offset, length),
    };

    private static string DecodeDuration(byte[] bytes, int offset)
    {
        long months = VariableInteger.ReadSigned(bytes, ref offset);
        long days = VariableInteger.ReadSigned(bytes, ref offset);
        return CqlText.Duration(months, days, VariableInteger.ReadSigned(bytes, ref offset));
    }

    private static Dictionary<string, object?> DecodeUserType(byte[] bytes, int offset, int length, UdtColumnInfo type)
    {
        object?[] values = DecodeParts(bytes, offset, length, type.Fields);
        Dictionary<string, object?> result = new(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            result.Add(type.Fields[i].Name, values[i]);
        }

        return result;
    }

    // Fields that were added after the value was written are not in it.
    private static object?[] DecodeParts(byte[] bytes, int offset, int length, List<ColumnDesc> parts)
    {
        object?[] values = new object?[parts.Count];
        int end = offset + length;
        for (int i = 0; i < values.Length && offset < end; i++)
        {
            values[i] = Next(bytes, ref offset, parts[i].TypeCode, parts[i].TypeInfo);
        }

        return values;
    }

    private static object?[] DecodeCollection(byte[] bytes, int offset, ColumnTypeCode code, IColumnInfo? info)
    {
        object?[] values = new object?[BigEndian.Read(bytes, offset, 4)];
        offset += 4;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Next(bytes, ref offset, code, info);
        }

        return values;
    }

    private static Dictionary<object, object?> DecodeMap(byte[] bytes, int offset, MapColumnInfo map)
    {
        Dictionary<object, object?> result = [];
        long count = BigEndian.Read(bytes, offset, 4);
        offset += 4;
        for (int i = 0; i < count; i++)
        {
            object? key = Next(bytes, ref offset, map.KeyTypeCode, map.KeyTypeInfo);
            result.Add(key!, Next(bytes, ref offset, map.ValueTypeCode, map.ValueTypeInfo));
        }

        return result;
    }

    private static object?[] DecodeVector(byte[] bytes, int offset, VectorColumnInfo vector)
    {
        object?[] values = new object?[vector.Dimensions ?? 0];
        int fixedLength = FixedLength.Of(vector.ValueTypeCode, vector.ValueTypeInfo);
        for (int i = 0; i < values.Length; i++)
        {
            int length = fixedLength >= 0 ? fixedLength : (int)VariableInteger.ReadUnsigned(bytes, ref offset);
            values[i] = Decode(bytes, offset, length, vector.ValueTypeCode, vector.ValueTypeInfo);
            offset += length;
        }

        return values;
    }

    private static object? Next(byte[] bytes, ref int offset, ColumnTypeCode code, IColumnInfo? info)
    {
        int length = (int)BigEndian.Read(bytes, offset, 4);
        offset += 4;
        if (length < 0)
        {
            return null;
        }

        object? value = Decode(bytes, offset, length, code, info);
        offset += length;
        return value;
    }
}
