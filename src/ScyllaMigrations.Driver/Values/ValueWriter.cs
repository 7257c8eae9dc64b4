using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Numerics;
using System.Text;
using Cassandra;

namespace ScyllaMigrations.Driver.Values;

/// <summary>
/// Writes the port's values in the protocol's form. The driver sends bytes as they are, so nothing is lost on the way through its own types
/// (decimals of any size, nulls in tuples, user types without a mapped class).
/// </summary>
internal static class ValueWriter
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a value of a type; null stays null.</summary>
    /// <exception cref="ArgumentException">The value is not of the CLR type that belongs to the CQL type.</exception>
    public static byte[]? Write(object? value, ColumnTypeCode code, IColumnInfo? info)
    {
        try
        {
            return value is null ? null : WriteValue(value, code, info);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            throw new ArgumentException($"A value of type {value!.GetType().Name} cannot be sent as {TypeMapper.Map(code, info)}: {e.Message}", nameof(value), e);
        }
    }

    private static byte[] WriteValue(object value, ColumnTypeCode code, IColumnInfo? info) => code switch
    {
        ColumnTypeCode.Ascii or ColumnTypeCode.Text or ColumnTypeCode.Varchar => Encoding.UTF8.GetBytes((string)value),
        ColumnTypeCode.TinyInt => [(byte)(sbyte)value],
        ColumnTypeCode.SmallInt => BigEndian.Write((short)value, 2),
        ColumnTypeCode.Int => BigEndian.Write((int)value, 4),
        ColumnTypeCode.Bigint or ColumnTypeCode.Counter => BigEndian.Write((long)value, 8),
        ColumnTypeCode.Varint => BigEndian.Write((BigInteger)value),
        ColumnTypeCode.Float => Reversed(BitConverter.GetBytes((float)value)),
        ColumnTypeCode.Double => BigEndian.Write(BitConverter.DoubleToInt64Bits((double)value), 8),
        ColumnTypeCode.Decimal => WriteDecimal((string)value),
        ColumnTypeCode.Boolean => [(bool)value ? (byte)1 : (byte)0],
        ColumnTypeCode.Blob => (byte[])value,
        ColumnTypeCode.Uuid or ColumnTypeCode.Timeuuid => BigEndian.Write((Guid)value),
        ColumnTypeCode.Timestamp => BigEndian.Write(Milliseconds((DateTimeOffset)value), 8),
        ColumnTypeCode.Date => BigEndian.Write(CqlText.ParseDate((string)value) + 0x8000_0000L, 4),
        ColumnTypeCode.Time => BigEndian.Write(CqlText.ParseTime((string)value), 8),
        ColumnTypeCode.Duration => WriteDuration((string)value),
        ColumnTypeCode.Inet => ((IPAddress)value).GetAddressBytes(),
        ColumnTypeCode.List when info is ListColumnInfo list => WriteCollection((IEnumerable)value, list.ValueTypeCode, list.ValueTypeInfo),
        ColumnTypeCode.Set when info is SetColumnInfo set => WriteCollection((IEnumerable)value, set.KeyTypeCode, set.KeyTypeInfo),
        ColumnTypeCode.Map when info is MapColumnInfo map => WriteMap((IEnumerable)value, map),
        ColumnTypeCode.Tuple when info is TupleColumnInfo tuple => WriteTuple((IEnumerable)value, tuple.Elements),
        ColumnTypeCode.Udt when info is UdtColumnInfo type => WriteUserType((IEnumerable<KeyValuePair<string, object?>>)value, type),
        ColumnTypeCode.Custom when info is VectorColumnInfo vector => WriteVector((IEnumerable)value, vector),
        ColumnTypeCode.Custom when TypeMapper.IsDuration(info) => WriteDuration((string)value),
        ColumnTypeCode.Custom => (byte[])value,
        _ => throw new FormatException("the type is not known to this program"),
    };

    private static long Milliseconds(DateTimeOffset value)
    {
        long ticks = (value - Epoch).Ticks;
        long rest = ticks % TimeSpan.TicksPerMillisecond;
        return (ticks / TimeSpan.TicksPerMillisecond) - (rest < 0 ? 1 : 0);
    }

    private static byte[] Reversed(byte[] bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            Array.Reverse(bytes);
        }

        return bytes;
    }

    private static byte[] WriteDecimal(string text)
    {
        (BigInteger unscaled, int scale) = CqlText.ParseDecimal(text);
        return [.. BigEndian.Write(scale, 4), .. BigEndian.Write(unscaled)];
    }

    private static byte[] WriteDuration(string text)
    {
        Duration duration = Duration.Parse(text);
        List<byte> bytes = [];
        VariableInteger.WriteSigned(bytes, duration.Months);
        VariableInteger.WriteSigned(bytes, duration.Days);
        VariableInteger.WriteSigned(bytes, duration.Nanoseconds);
        return [.. bytes];
    }

    private static byte[] WriteCollection(IEnumerable values, ColumnTypeCode code, IColumnInfo? info)
    {
        List<byte[]?> items = [.. values.Cast<object?>().Select(value => WriteElement(value, code, info))];
        return Join(items.Count, items);
    }

    private static byte[] WriteMap(IEnumerable entries, MapColumnInfo map)
    {
        List<byte[]?> items = [];
        foreach ((object key, object? value) in MapEntries.Of(entries))
        {
            items.Add(WriteElement(key, map.KeyTypeCode, map.KeyTypeInfo));
            items.Add(WriteElement(value, map.ValueTypeCode, map.ValueTypeInfo));
        }

        return Join(items.Count / 2, items);
    }

    // The servers refuse nulls in collections; without this the driver's error would be about a buffer.
    private static byte[] WriteElement(object? value, ColumnTypeCode code, IColumnInfo? info) =>
        Write(value, code, info) ?? throw new FormatException("a collection cannot hold null");

    private static byte[] WriteTuple(IEnumerable values, List<ColumnDesc> elements)
    {
        List<object?> list = [.. values.Cast<object?>()];
        return list.Count == elements.Count
            ? Join(null, [.. list.Select((value, i) => Write(value, elements[i].TypeCode, elements[i].TypeInfo))])
            : throw new FormatException($"{list.Count} values for a tuple of {elements.Count}");
    }

    private static byte[] WriteUserType(IEnumerable<KeyValuePair<string, object?>> fields, UdtColumnInfo type)
    {
        Dictionary<string, object?> given = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        string? unknown = given.Keys.FirstOrDefault(name => type.Fields.TrueForAll(field => field.Name != name));
        if (unknown is not null)
        {
            throw new FormatException($"the type has no field '{unknown}'");
        }

        return Join(null, [.. type.Fields.Select(field => Write(given.TryGetValue(field.Name, out object? value) ? value : null, field.TypeCode, field.TypeInfo))]);
    }

    private static byte[] WriteVector(IEnumerable values, VectorColumnInfo vector)
    {
        List<byte[]> items = [.. values.Cast<object?>().Select(value => WriteElement(value, vector.ValueTypeCode, vector.ValueTypeInfo))];
        if (items.Count != vector.Dimensions)
        {
            throw new FormatException($"{items.Count} values for a vector of {vector.Dimensions}");
        }

        bool isFixed = FixedLength.Of(vector.ValueTypeCode, vector.ValueTypeInfo) >= 0;
        List<byte> bytes = [];
        foreach (byte[] item in items)
        {
            if (!isFixed)
            {
                VariableInteger.WriteUnsigned(bytes, (ulong)item.Length);
            }

            bytes.AddRange(item);
        }

        return [.. bytes];
    }

    private static byte[] Join(int? count, List<byte[]?> items)
    {
        List<byte> bytes = [];
        if (count is { } number)
        {
            bytes.AddRange(BigEndian.Write(number, 4));
        }

        foreach (byte[]? item in items)
        {
            bytes.AddRange(BigEndian.Write(item?.Length ?? -1, 4));
            bytes.AddRange(item ?? []);
        }

        return [.. bytes];
    }
}
