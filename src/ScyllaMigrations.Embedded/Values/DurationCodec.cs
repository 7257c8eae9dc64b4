using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>duration.</summary>
internal sealed class DurationCodec(NativeType type) : ValueCodec(type)
{
    public override object ToClr(byte[] bytes) => DurationValue.FromBytes(bytes).ToString();

    public override byte[]? FromClr(object value) => value is string text ? Parse(text, ConstantKind.Duration) : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.Duration;

    public override byte[] Parse(string text, ConstantKind kind) =>
        DurationValue.TryParse(text, out DurationValue value) ? value.ToBytes() : throw CqlRefusal.Invalid($"Unable to convert '{text}' to a duration");

    public override Term ToTerm(byte[] bytes) => new ConstantTerm(ConstantKind.Duration, DurationValue.FromBytes(bytes).ToString());

    public override string ToJson(byte[] bytes) => "\"" + DurationValue.FromBytes(bytes) + "\"";

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Parse(json.GetString()!, ConstantKind.Duration) : throw WrongJson("a string representation of a duration", json);
}
