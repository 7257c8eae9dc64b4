using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>decimal.</summary>
internal sealed class DecimalCodec(NativeType type) : ValueCodec(type)
{
    public override bool IsNumber => true;

    public override int Compare(byte[] left, byte[] right) => DecimalValue.Compare(DecimalValue.FromBytes(left), DecimalValue.FromBytes(right));

    public override object ToClr(byte[] bytes) => DecimalValue.FromBytes(bytes).ToString();

    public override byte[]? FromClr(object value) => value switch
    {
        string text => Parse(text, ConstantKind.Float),
        decimal number => Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture), ConstantKind.Float),
        _ => null,
    };

    public override bool Takes(ConstantKind kind) => kind is ConstantKind.Integer or ConstantKind.Float;

    public override byte[] Parse(string text, ConstantKind kind) =>
        DecimalValue.TryParse(text, out DecimalValue value)
            ? value.ToBytes()
            : throw CqlRefusal.Invalid($"unable to make BigDecimal from '{text}'");

    public override Term ToTerm(byte[] bytes)
    {
        // A negative scale is kept by the exponent.
        DecimalValue value = DecimalValue.FromBytes(bytes);
        return value.Scale < 0
            ? new ConstantTerm(ConstantKind.Float, $"{value.Unscaled}E{-(long)value.Scale}")
            : new ConstantTerm(value.Scale == 0 ? ConstantKind.Integer : ConstantKind.Float, value.ToString());
    }

    public override string ToJson(byte[] bytes) => DecimalValue.FromBytes(bytes).ToString();

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => Parse(json.GetRawText(), ConstantKind.Float),
        JsonValueKind.String => Parse(json.GetString()!, ConstantKind.Float),
        _ => throw WrongJson("a decimal value", json),
    };
}
