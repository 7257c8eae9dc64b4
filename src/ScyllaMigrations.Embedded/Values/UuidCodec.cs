using System;
using System.Globalization;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>uuid and timeuuid.</summary>
internal sealed class UuidCodec(NativeType type) : ValueCodec(type)
{
    private readonly bool _timed = type.Kind == NativeTypeKind.Timeuuid;

    /// <summary>The sixteen bytes in network order.</summary>
    public static byte[] Encode(Guid value)
    {
        byte[] bytes = value.ToByteArray();
        Array.Reverse(bytes, 0, 4);
        Array.Reverse(bytes, 4, 2);
        Array.Reverse(bytes, 6, 2);
        return bytes;
    }

    /// <summary>The value of sixteen bytes in network order.</summary>
    public static Guid Decode(byte[] bytes)
    {
        byte[] copy = (byte[])bytes.Clone();
        Array.Reverse(copy, 0, 4);
        Array.Reverse(copy, 4, 2);
        Array.Reverse(copy, 6, 2);
        return new Guid(copy);
    }

    /// <summary>Versions first, times of version 1 by time, all else by bytes.</summary>
    public override int Compare(byte[] left, byte[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length - right.Length;
        }

        int version = (left[6] >> 4) - (right[6] >> 4);
        if (version != 0)
        {
            return version;
        }

        if (left[6] >> 4 == 1)
        {
            int time = TimeUuid.ToTicks(left).CompareTo(TimeUuid.ToTicks(right));
            if (time != 0)
            {
                return time;
            }

            return _timed ? CompareSigned(left, right) : Wire.Compare(left, right);
        }

        return Wire.Compare(left, right);
    }

    public override object? ToClr(byte[] bytes) => bytes.Length == 0 ? null : Decode(bytes);

    public override byte[]? FromClr(object value) => value is Guid guid ? Checked(Encode(guid)) : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.Uuid;

    public override byte[] Parse(string text, ConstantKind kind) =>
        Guid.TryParseExact(text, "D", out Guid value) ? Checked(Encode(value)) : throw CqlRefusal.Invalid($"Unable to make UUID from '{text}'");

    public override Term ToTerm(byte[] bytes) =>
        bytes.Length == 0 ? ConstantTerm.Null : new ConstantTerm(ConstantKind.Uuid, Decode(bytes).ToString("D", CultureInfo.InvariantCulture));

    public override string ToJson(byte[] bytes) => "\"" + Decode(bytes).ToString("D", CultureInfo.InvariantCulture) + "\"";

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Parse(json.GetString()!, ConstantKind.Uuid) : throw WrongJson($"a string representation of a {Name}", json);

    private byte[] Checked(byte[] bytes) =>
        _timed && bytes[6] >> 4 != 1 ? throw CqlRefusal.Invalid("TimeUUID supports only version 1 UUIDs") : bytes;

    private static int CompareSigned(byte[] left, byte[] right)
    {
        for (int i = 8; i < 16; i++)
        {
            if (left[i] != right[i])
            {
                return ((sbyte)left[i]).CompareTo((sbyte)right[i]);
            }
        }

        return 0;
    }
}
