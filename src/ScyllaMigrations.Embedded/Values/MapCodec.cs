using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>map: a count, then each key and value with its length.</summary>
internal sealed class MapCodec(MapType type, ValueCodec key, ValueCodec value) : ValueCodec(type)
{
    public ValueCodec Key => key;

    public ValueCodec Value => value;

    public static byte[] Pack(IReadOnlyCollection<KeyValuePair<byte[], byte[]>> entries)
    {
        using MemoryStream stream = new();
        stream.Write(Wire.Int32(entries.Count), 0, 4);
        foreach (KeyValuePair<byte[], byte[]> entry in entries)
        {
            Wire.WriteSized(stream, entry.Key);
            Wire.WriteSized(stream, entry.Value);
        }

        return stream.ToArray();
    }

    /// <summary>As <see cref="Pack"/>, sorted by key; of equal keys the last one counts.</summary>
    public byte[] PackCanonical(IEnumerable<KeyValuePair<byte[], byte[]>> entries)
    {
        SortedDictionary<byte[], byte[]> sorted = new(Comparer<byte[]>.Create(key.Compare));
        foreach (KeyValuePair<byte[], byte[]> entry in entries)
        {
            sorted[entry.Key] = entry.Value;
        }

        return Pack(sorted);
    }

    public static List<KeyValuePair<byte[], byte[]>> Unpack(byte[] bytes)
    {
        int at = 4;
        int count = bytes.Length == 0 ? 0 : Wire.ReadInt32(bytes, 0);
        List<KeyValuePair<byte[], byte[]>> entries = new(count);
        for (int i = 0; i < count; i++)
        {
            byte[] k = Wire.ReadSized(bytes, ref at) ?? [];
            entries.Add(new KeyValuePair<byte[], byte[]>(k, Wire.ReadSized(bytes, ref at) ?? []));
        }

        return entries;
    }

    public override int Compare(byte[] left, byte[] right)
    {
        List<KeyValuePair<byte[], byte[]>> a = Unpack(left);
        List<KeyValuePair<byte[], byte[]>> b = Unpack(right);
        for (int i = 0; i < a.Count && i < b.Count; i++)
        {
            int order = key.Compare(a[i].Key, b[i].Key);
            order = order == 0 ? value.Compare(a[i].Value, b[i].Value) : order;
            if (order != 0)
            {
                return order;
            }
        }

        return a.Count - b.Count;
    }

    public override object ToClr(byte[] bytes)
    {
        Dictionary<object, object?> map = [];
        foreach (KeyValuePair<byte[], byte[]> entry in Unpack(bytes))
        {
            map[key.ToClr(entry.Key) ?? string.Empty] = value.ToClr(entry.Value);
        }

        return map;
    }

    public override byte[]? FromClr(object given)
    {
        if (given is not IEnumerable items || given is string or byte[])
        {
            return null;
        }

        List<KeyValuePair<byte[], byte[]>> entries = [];
        foreach ((object? k, object? v) in Pairs.Of(items))
        {
            if (k is null || v is null)
            {
                throw CqlRefusal.Invalid("null is not supported inside collections");
            }

            if (key.FromClr(k) is not { } keyBytes || value.FromClr(v) is not { } valueBytes)
            {
                return null;
            }

            entries.Add(new KeyValuePair<byte[], byte[]>(keyBytes, valueBytes));
        }

        return PackCanonical(entries);
    }

    // An empty map is written as {}, which the parser reads as an empty set and the type makes a map again.
    public override Term ToTerm(byte[] bytes)
    {
        List<KeyValuePair<byte[], byte[]>> entries = Unpack(bytes);
        return entries.Count == 0
            ? new SetTerm(ValueList<Term>.Empty)
            : new MapTerm(entries.Select(e => new MapEntry(key.ToTerm(e.Key), value.ToTerm(e.Value))).ToValueList());
    }

    public override string ToJson(byte[] bytes) => "{" + string.Join(", ", Unpack(bytes).Select(e => AsJsonKey(key.ToJson(e.Key)) + ": " + value.ToJson(e.Value))) + "}";

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => PackCanonical(json.EnumerateObject().Select(p => new KeyValuePair<byte[], byte[]>(KeyFromJson(p.Name), ValueFromJson(p.Value)))),
        JsonValueKind.String => FromJson(Sequences.ParseJson(json.GetString()!)),
        _ => throw WrongJson("a map", json),
    };

    private static string AsJsonKey(string json) => json.StartsWith("\"", System.StringComparison.Ordinal) ? json : JsonText.Quote(json);

    private byte[] ValueFromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? throw CqlRefusal.Invalid("Invalid null value in map") : value.FromJson(json);

    // Keys of JSON are strings; those of other types hold the value's own JSON.
    private byte[] KeyFromJson(string name) => key switch
    {
        TextCodec or UuidCodec or InetCodec or DateCodec or TimeCodec or TimestampCodec or BlobCodec => key.FromJson(Sequences.ParseJson(JsonText.Quote(name))),
        _ => key.FromJson(Sequences.ParseJson(name)),
    };
}
