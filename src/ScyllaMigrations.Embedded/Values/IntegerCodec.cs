using System.Globalization;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>tinyint, smallint, int, bigint and counter.</summary>
internal sealed class IntegerCodec(NativeType type, int size) : ValueCodec(type)
{
    private readonly long _min = size == 8 ? long.MinValue : -(1L << ((size * 8) - 1));
    private readonly long _max = size == 8 ? long.MaxValue : (1L << ((size * 8) - 1)) - 1;

    public override bool IsNumber => true;

    public override int Compare(byte[] left, byte[] right) =>
        left.Length == 0 || right.Length == 0 ? left.Length - right.Length : Wire.ReadSigned(left).CompareTo(Wire.ReadSigned(right));

    public override object? ToClr(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return null;
        }

        long value = Wire.ReadSigned(bytes);

        // Without the cast to object the switch makes all of them long.
        return size switch { 1 => (object)(sbyte)value, 2 => (short)value, 4 => (int)value, _ => value };
    }

    public override byte[]? FromClr(object value) => value switch
    {
        sbyte v when size == 1 => Encode(v),
        short v when size == 2 => Encode(v),
        int v when size == 4 => Encode(v),
        long v when size == 8 => Encode(v),
        _ => null,
    };

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.Integer;

    public override byte[] Parse(string text, ConstantKind kind) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= _min && value <= _max
            ? Encode(value)
            : throw CqlRefusal.Invalid($"Unable to make {JavaName} from '{text}'");

    public override Term ToTerm(byte[] bytes) =>
        bytes.Length == 0 ? ConstantTerm.Null : new ConstantTerm(ConstantKind.Integer, Wire.ReadSigned(bytes).ToString(CultureInfo.InvariantCulture));

    public override string ToJson(byte[] bytes) =>
        bytes.Length == 0 ? "\"\"" : Wire.ReadSigned(bytes).ToString(CultureInfo.InvariantCulture);

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt64(out long value) && value >= _min && value <= _max => Encode(value),
        JsonValueKind.Number => throw CqlRefusal.Invalid($"Unable to make {JavaName} from '{json.GetRawText()}'"),
        JsonValueKind.String => Parse(json.GetString()!, ConstantKind.Integer),
        _ => throw WrongJson($"a {Name} value", json),
    };

    /// <summary>The bytes of a number that is in range.</summary>
    public byte[] Encode(long value)
    {
        byte[] bytes = new byte[size];
        for (int i = size - 1; i >= 0; i--)
        {
            bytes[i] = (byte)value;
            value >>= 8;
        }

        return bytes;
    }

    private string JavaName => size switch { 1 => "byte", 2 => "short", 4 => "int", _ => "long" };
}
