using System;
using System.Text;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>text and ascii.</summary>
internal sealed class TextCodec(NativeType type) : ValueCodec(type)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly bool _ascii = type.Kind == NativeTypeKind.Ascii;

    public override object ToClr(byte[] bytes) => Utf8.GetString(bytes);

    public override byte[]? FromClr(object value) => value is string text ? Encode(text) : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.String;

    public override byte[] Parse(string text, ConstantKind kind) => Encode(text);

    public override Term ToTerm(byte[] bytes) => ConstantTerm.OfString(Utf8.GetString(bytes));

    public override string ToJson(byte[] bytes) => JsonText.Quote(Utf8.GetString(bytes));

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String
            ? Encode(json.GetString()!)
            : throw WrongJson(_ascii ? "an ascii string" : "a UTF-8 string", json);

    private byte[] Encode(string text)
    {
        byte[] bytes = Utf8.GetBytes(text);
        if (_ascii && Array.Exists(bytes, b => b > 127))
        {
            throw CqlRefusal.Invalid("Invalid ASCII character in string literal: java.nio.charset.UnmappableCharacterException: Input length = 1");
        }

        return bytes;
    }
}
