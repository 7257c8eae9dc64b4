using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>A user-defined type: fields as in a tuple; those added later are missing in old values.</summary>
internal sealed class UserTypeCodec(UserType type, string[] fields, ValueCodec[] codecs) : ValueCodec(type)
{
    public string[] Fields => fields;

    public ValueCodec[] Codecs => codecs;

    public byte[]?[] Unpack(byte[] bytes) => Sequences.Unpack(bytes, fields.Length);

    public override int Compare(byte[] left, byte[] right) => Sequences.CompareComponents(Unpack(left), Unpack(right), codecs);

    public override object ToClr(byte[] bytes)
    {
        Dictionary<string, object?> map = new(StringComparer.Ordinal);
        byte[]?[] values = Unpack(bytes);
        for (int i = 0; i < fields.Length; i++)
        {
            map[fields[i]] = values[i] is { } value ? codecs[i].ToClr(value) : null;
        }

        return map;
    }

    public override byte[]? FromClr(object value)
    {
        if (value is not IEnumerable items || value is string or byte[])
        {
            return null;
        }

        byte[]?[] packed = new byte[fields.Length][];
        foreach ((object? key, object? item) in Pairs.Of(items))
        {
            int at = Array.IndexOf(fields, key as string);
            if (at < 0 || (item is not null && (packed[at] = codecs[at].FromClr(item)) is null))
            {
                return null;
            }
        }

        return TupleCodec.Pack(packed);
    }

    public override Term ToTerm(byte[] bytes) => new UserTypeTerm(
        Unpack(bytes).Select((v, i) => new FieldValue(fields[i], v is null ? ConstantTerm.Null : codecs[i].ToTerm(v))).ToValueList());

    public override string ToJson(byte[] bytes) => "{" + string.Join(", ", Unpack(bytes).Select((v, i) =>
        JsonText.Quote(CqlIdentifier.NeedsQuotes(fields[i]) ? CqlIdentifier.Quote(fields[i]) : fields[i]) + ": " + (v is null ? "null" : codecs[i].ToJson(v)))) + "}";

    public override byte[] FromJson(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return FromJson(Sequences.ParseJson(json.GetString()!));
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw WrongJson("a map", json);
        }

        byte[]?[] packed = new byte[fields.Length][];
        foreach (JsonProperty property in json.EnumerateObject())
        {
            string name = JsonNames.ToStored(property.Name);
            int at = Array.IndexOf(fields, name);
            if (at < 0)
            {
                throw CqlRefusal.Invalid($"Unknown field '{name}' in value of user defined type {type.Name}");
            }

            packed[at] = property.Value.ValueKind == JsonValueKind.Null ? null : codecs[at].FromJson(property.Value);
        }

        return TupleCodec.Pack(packed);
    }
}
