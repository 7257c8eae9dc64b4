using System;
using System.Globalization;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>float and double.</summary>
internal sealed class FloatingCodec(NativeType type) : ValueCodec(type)
{
    private readonly bool _single = type.Kind == NativeTypeKind.Float;

    public override bool IsNumber => true;

    // NaN is the greatest, as in Java.
    public override int Compare(byte[] left, byte[] right)
    {
        double a = Decode(left);
        double b = Decode(right);
        return double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a).CompareTo(double.IsNaN(b)) : a.CompareTo(b);
    }

    public override object ToClr(byte[] bytes) => _single ? (object)(float)Decode(bytes) : Decode(bytes);

    public override byte[]? FromClr(object value) => value switch
    {
        float v when _single => Encode(v),
        double v when !_single => Encode(v),
        _ => null,
    };

    public override bool Takes(ConstantKind kind) => kind is ConstantKind.Integer or ConstantKind.Float;

    public override byte[] Parse(string text, ConstantKind kind)
    {
        string plain = text.ToUpperInvariant() switch { "NAN" or "-NAN" => "NaN", "INFINITY" => "Infinity", "-INFINITY" => "-Infinity", _ => text };
        if (_single && float.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out float single))
        {
            return Encode(single);
        }

        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Encode(value)
            : throw CqlRefusal.Invalid($"Unable to make {Name} from '{text}'");
    }

    public override Term ToTerm(byte[] bytes)
    {
        double value = Decode(bytes);
        string text = _single ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
        return new ConstantTerm(ConstantKind.Float, double.IsNaN(value) || double.IsInfinity(value) ? text : WithPoint(text));
    }

    public override string ToJson(byte[] bytes)
    {
        double value = Decode(bytes);
        return double.IsNaN(value) || double.IsInfinity(value)
            ? "null"
            : WithPoint(_single ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture));
    }

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => Parse(json.GetRawText(), ConstantKind.Float),
        JsonValueKind.String => Parse(json.GetString()!, ConstantKind.Float),
        _ => throw WrongJson($"a {Name} value", json),
    };

    /// <summary>The number as double.</summary>
    public double Decode(byte[] bytes) =>
        _single
            ? BitConverter.ToSingle(BitConverter.GetBytes(Wire.ReadInt32(bytes, 0)), 0)
            : BitConverter.Int64BitsToDouble(Wire.ReadInt64(bytes, 0));

    /// <summary>The bytes of a number.</summary>
    public byte[] Encode(double value) =>
        _single
            ? Wire.Int32(BitConverter.ToInt32(BitConverter.GetBytes((float)value), 0))
            : Wire.Int64(BitConverter.DoubleToInt64Bits(value));

    private static string WithPoint(string text) => text.IndexOfAny(['.', 'E', 'e']) >= 0 ? text : text + ".0";
}
