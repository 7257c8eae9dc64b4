using System.Globalization;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>date: days as an unsigned number with 1970-01-01 in the middle.</summary>
internal sealed class DateCodec(NativeType type) : ValueCodec(type)
{
    private const long Middle = 1L << 31;

    public static byte[] Encode(long days) => Wire.Int32(unchecked((int)(uint)(days + Middle)));

    public static long Decode(byte[] bytes) => (uint)Wire.ReadInt32(bytes, 0) - Middle;

    public override object ToClr(byte[] bytes) => CivilDate.Format(Decode(bytes));

    public override byte[]? FromClr(object value) => value is string text ? Parse(text, ConstantKind.String) : null;

    public override bool Takes(ConstantKind kind) => kind is ConstantKind.String or ConstantKind.Integer;

    public override byte[] Parse(string text, ConstantKind kind)
    {
        if (CivilDate.TryParse(text, out long days))
        {
            return Encode(days);
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long raw) && raw <= uint.MaxValue
            ? Wire.Int32(unchecked((int)(uint)raw))
            : throw CqlRefusal.Invalid($"Unable to coerce '{text}' to a formatted date (long)");
    }

    public override Term ToTerm(byte[] bytes) => ConstantTerm.OfString(CivilDate.Format(Decode(bytes)));

    public override string ToJson(byte[] bytes) => "\"" + CivilDate.Format(Decode(bytes)) + "\"";

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Parse(json.GetString()!, ConstantKind.String) : throw WrongJson("a string representation of a date value", json);
}
