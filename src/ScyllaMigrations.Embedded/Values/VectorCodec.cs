using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>vector of float or another type of fixed length: the elements one after another.</summary>
internal sealed class VectorCodec(VectorType type, ValueCodec element, int elementSize) : ValueCodec(type)
{
    public ValueCodec Element => element;

    public int Dimension => type.Dimension;

    public byte[] Pack(IReadOnlyList<byte[]> elements)
    {
        if (elements.Count != type.Dimension)
        {
            throw CqlRefusal.Invalid($"Invalid vector literal: expected {type.Dimension} elements but got {elements.Count} for type {Name}");
        }

        using MemoryStream stream = new();
        foreach (byte[] item in elements)
        {
            stream.Write(item, 0, item.Length);
        }

        return stream.ToArray();
    }

    public List<byte[]> Unpack(byte[] bytes)
    {
        List<byte[]> items = new(type.Dimension);
        for (int i = 0; i < type.Dimension; i++)
        {
            byte[] item = new byte[elementSize];
            System.Array.Copy(bytes, i * elementSize, item, 0, elementSize);
            items.Add(item);
        }

        return items;
    }

    public override int Compare(byte[] left, byte[] right) => Sequences.Compare(Unpack(left), Unpack(right), element);

    public override object ToClr(byte[] bytes) => Unpack(bytes).Select(element.ToClr).ToArray();

    public override byte[]? FromClr(object value)
    {
        if (value is not IEnumerable items || value is string or byte[])
        {
            return null;
        }

        List<byte[]> packed = [];
        foreach (object? item in items)
        {
            if (item is null || element.FromClr(item) is not { } bytes)
            {
                return null;
            }

            packed.Add(bytes);
        }

        return Pack(packed);
    }

    public override Term ToTerm(byte[] bytes) => new ListTerm(Unpack(bytes).Select(element.ToTerm).ToValueList());

    public override string ToJson(byte[] bytes) => "[" + string.Join(", ", Unpack(bytes).Select(element.ToJson)) + "]";

    public override byte[] FromJson(JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? Pack([.. json.EnumerateArray().Select(element.FromJson)])
        : throw WrongJson("a list", json);
}
