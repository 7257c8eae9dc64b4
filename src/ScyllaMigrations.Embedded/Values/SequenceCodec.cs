using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>list and set: a count, then each element with its length.</summary>
internal sealed class SequenceCodec(CqlType type, ValueCodec element, bool isSet) : ValueCodec(type)
{
    public ValueCodec Element => element;

    public bool IsSet => isSet;

    public static byte[] Pack(IEnumerable<byte[]?> elements)
    {
        byte[]?[] items = elements.ToArray();
        using MemoryStream stream = new();
        stream.Write(Wire.Int32(items.Length), 0, 4);
        foreach (byte[]? item in items)
        {
            Wire.WriteSized(stream, item);
        }

        return stream.ToArray();
    }

    /// <summary>As <see cref="Pack"/>, sorted and without doubles when it is a set.</summary>
    public byte[] PackCanonical(IEnumerable<byte[]> elements)
    {
        if (!isSet)
        {
            return Pack(elements);
        }

        SortedSet<byte[]> sorted = new(elements, Comparer<byte[]>.Create(element.Compare));
        return Pack(sorted);
    }

    public static List<byte[]> Unpack(byte[] bytes)
    {
        int at = 4;
        int count = bytes.Length == 0 ? 0 : Wire.ReadInt32(bytes, 0);
        List<byte[]> items = new(count);
        for (int i = 0; i < count; i++)
        {
            items.Add(Wire.ReadSized(bytes, ref at) ?? []);
        }

        return items;
    }

    public override int Compare(byte[] left, byte[] right) => Sequences.Compare(Unpack(left), Unpack(right), element);

    public override object ToClr(byte[] bytes) => Unpack(bytes).Select(element.ToClr).ToArray();

    public override byte[]? FromClr(object value)
    {
        if (value is not IEnumerable items || value is string or byte[] or IDictionary)
        {
            return null;
        }

        List<byte[]> packed = [];
        foreach (object? item in items)
        {
            byte[]? bytes = item is null ? throw CqlRefusal.Invalid("null is not supported inside collections") : element.FromClr(item);
            if (bytes is null)
            {
                return null;
            }

            packed.Add(bytes);
        }

        return PackCanonical(packed);
    }

    public override Term ToTerm(byte[] bytes)
    {
        ValueList<Term> terms = Unpack(bytes).Select(element.ToTerm).ToValueList();
        return isSet ? new SetTerm(terms) : new ListTerm(terms);
    }

    public override string ToJson(byte[] bytes) => "[" + string.Join(", ", Unpack(bytes).Select(element.ToJson)) + "]";

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => PackCanonical(json.EnumerateArray().Select(FromJsonElement)),
        JsonValueKind.String => FromJson(Sequences.ParseJson(json.GetString()!)),
        _ => throw WrongJson(isSet ? "a list (representing a set)" : "a list", json),
    };

    private byte[] FromJsonElement(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? throw CqlRefusal.Invalid($"Invalid null element in {(isSet ? "set" : "list")}")
        : element.FromJson(json);
}
