using System;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>boolean.</summary>
internal sealed class BooleanCodec(NativeType type) : ValueCodec(type)
{
    public static byte[] Encode(bool value) => [value ? (byte)1 : (byte)0];

    public override object? ToClr(byte[] bytes) => bytes.Length == 0 ? null : bytes[0] != 0;

    public override byte[]? FromClr(object value) => value is bool b ? Encode(b) : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.Boolean;

    public override byte[] Parse(string text, ConstantKind kind) => Encode(text.Equals("true", StringComparison.OrdinalIgnoreCase));

    public override Term ToTerm(byte[] bytes) =>
        bytes.Length == 0 ? ConstantTerm.Null : new ConstantTerm(ConstantKind.Boolean, ToJson(bytes));

    public override string ToJson(byte[] bytes) => bytes.Length > 0 && bytes[0] != 0 ? "true" : "false";

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Encode(true),
        JsonValueKind.False => Encode(false),
        JsonValueKind.String when bool.TryParse(json.GetString(), out bool value) => Encode(value),
        _ => throw WrongJson("a boolean value", json),
    };
}
