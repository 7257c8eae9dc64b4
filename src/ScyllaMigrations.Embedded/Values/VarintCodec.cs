using System;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>varint.</summary>
internal sealed class VarintCodec(NativeType type) : ValueCodec(type)
{
    public override bool IsNumber => true;

    public override int Compare(byte[] left, byte[] right) => Decode(left).CompareTo(Decode(right));

    public override object ToClr(byte[] bytes) => Decode(bytes);

    public override byte[]? FromClr(object value) => value is BigInteger number ? Encode(number) : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.Integer;

    public override byte[] Parse(string text, ConstantKind kind) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger value)
            ? Encode(value)
            : throw CqlRefusal.Invalid($"unable to make int from '{text}'");

    public override Term ToTerm(byte[] bytes) =>
        new ConstantTerm(ConstantKind.Integer, Decode(bytes).ToString(CultureInfo.InvariantCulture));

    public override string ToJson(byte[] bytes) => Decode(bytes).ToString(CultureInfo.InvariantCulture);

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => Parse(json.GetRawText(), ConstantKind.Integer),
        JsonValueKind.String => Parse(json.GetString()!, ConstantKind.Integer),
        _ => throw WrongJson("a varint value", json),
    };

    /// <summary>Shortest two's complement, big-endian.</summary>
    public static byte[] Encode(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        Array.Reverse(bytes);
        return bytes;
    }

    /// <summary>The number; no bytes are 0.</summary>
    public static BigInteger Decode(byte[] bytes)
    {
        byte[] reversed = (byte[])bytes.Clone();
        Array.Reverse(reversed);
        return new BigInteger(reversed);
    }
}
