using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>blob, and custom types, of which nothing but the bytes is known.</summary>
internal sealed class BlobCodec(CqlType type) : ValueCodec(type)
{
    public override object ToClr(byte[] bytes) => bytes.Clone();

    public override byte[]? FromClr(object value) => value is byte[] bytes ? (byte[])bytes.Clone() : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.Blob || (Type is CustomType && kind == ConstantKind.String);

    public override byte[] Parse(string text, ConstantKind kind)
    {
        string hex = kind == ConstantKind.Blob || text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.Substring(2) : text;
        if (hex.Length % 2 != 0)
        {
            throw CqlRefusal.Invalid($"cannot parse '{hex}' as hex bytes");
        }

        byte[] bytes = new byte[hex.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(hex.Substring(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
            {
                throw CqlRefusal.Invalid($"Unable to make blob from '{text}'");
            }
        }

        return bytes;
    }

    public override Term ToTerm(byte[] bytes) => new ConstantTerm(ConstantKind.Blob, ToHex(bytes));

    public override string ToJson(byte[] bytes) => "\"" + ToHex(bytes) + "\"";

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString()!.StartsWith("0x", StringComparison.Ordinal)
            ? Parse(json.GetString()!, ConstantKind.Blob)
            : throw WrongJson("a string representation of a blob value", json);

    /// <summary><c>0x…</c>, lower case.</summary>
    public static string ToHex(byte[] bytes)
    {
        StringBuilder text = new("0x", 2 + (bytes.Length * 2));
        foreach (byte b in bytes)
        {
            text.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
