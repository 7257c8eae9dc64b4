using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>tuple: each component with its length.</summary>
internal sealed class TupleCodec(TupleType type, ValueCodec[] elements) : ValueCodec(type)
{
    public ValueCodec[] Elements => elements;

    public static byte[] Pack(IEnumerable<byte[]?> values)
    {
        using MemoryStream stream = new();
        foreach (byte[]? value in values)
        {
            Wire.WriteSized(stream, value);
        }

        return stream.ToArray();
    }

    public byte[]?[] Unpack(byte[] bytes) => Sequences.Unpack(bytes, elements.Length);

    public override int Compare(byte[] left, byte[] right) => Sequences.CompareComponents(Unpack(left), Unpack(right), elements);

    public override object ToClr(byte[] bytes) => Unpack(bytes).Select((v, i) => v is null ? null : elements[i].ToClr(v)).ToArray();

    public override byte[]? FromClr(object value)
    {
        if (value is not IEnumerable items || value is string or byte[])
        {
            return null;
        }

        List<byte[]?> packed = [];
        foreach (object? item in items)
        {
            if (packed.Count == elements.Length || (item is not null && elements[packed.Count].FromClr(item) is null))
            {
                return null;
            }

            packed.Add(item is null ? null : elements[packed.Count].FromClr(item));
        }

        return Pack(packed);
    }

    public override Term ToTerm(byte[] bytes) =>
        new TupleTerm(Unpack(bytes).Select((v, i) => v is null ? ConstantTerm.Null : elements[i].ToTerm(v)).ToValueList());

    public override string ToJson(byte[] bytes) =>
        "[" + string.Join(", ", Unpack(bytes).Select((v, i) => v is null ? "null" : elements[i].ToJson(v))) + "]";

    public override byte[] FromJson(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return FromJson(Sequences.ParseJson(json.GetString()!));
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            throw WrongJson("a list representation of a tuple", json);
        }

        JsonElement[] items = [.. json.EnumerateArray()];
        return items.Length > elements.Length
            ? throw CqlRefusal.Invalid($"Tuple contains extra items (expected {elements.Length}): {json.GetRawText()}")
            : Pack(items.Select((v, i) => v.ValueKind == JsonValueKind.Null ? null : elements[i].FromJson(v)));
    }
}
