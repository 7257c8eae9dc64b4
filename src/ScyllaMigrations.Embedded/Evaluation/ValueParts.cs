using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>Elements of collections and fields of user types inside expressions.</summary>
internal static class ValueParts
{
    public static TypedValue Element(TermEvaluator evaluator, TypedValue value, Term key, string whole)
    {
        switch (value.Codec)
        {
            case MapCodec map:
                byte[]? wanted = evaluator.Evaluate(key, map.Key, "key");
                return new TypedValue(
                    map.Value,
                    value.Bytes is null || wanted is null
                        ? null
                        : MapCodec.Unpack(value.Bytes).Where(e => map.Key.Compare(e.Key, wanted) == 0).Select(e => e.Value).FirstOrDefault());
            case SequenceCodec { IsSet: true } set:
                byte[]? element = evaluator.Evaluate(key, set.Element, "key");
                return new TypedValue(
                    set.Element,
                    value.Bytes is null || element is null
                        ? null
                        : SequenceCodec.Unpack(value.Bytes).FirstOrDefault(e => set.Element.Compare(e, element) == 0));
            default:
                throw CqlRefusal.Invalid($"Invalid element selection: {whole} is of type {value.Codec.Name} is not a collection");
        }
    }

    public static TypedValue Slice(TermEvaluator evaluator, TypedValue value, Term? from, Term? to)
    {
        if (value.Codec is not SequenceCodec { IsSet: true } and not MapCodec)
        {
            throw CqlRefusal.Invalid($"Invalid slice selection: {value.Codec.Name} is not a collection");
        }

        ValueCodec key = value.Codec is MapCodec m ? m.Key : ((SequenceCodec)value.Codec).Element;
        byte[]? low = from is null ? null : evaluator.Evaluate(from, key, "slice");
        byte[]? high = to is null ? null : evaluator.Evaluate(to, key, "slice");
        bool Within(byte[] item) => (low is null || key.Compare(item, low) >= 0) && (high is null || key.Compare(item, high) <= 0);
        byte[]? bytes = value.Bytes is null
            ? null
            : value.Codec is MapCodec map
                ? MapCodec.Pack([.. MapCodec.Unpack(value.Bytes).Where(e => Within(e.Key))])
                : SequenceCodec.Pack(SequenceCodec.Unpack(value.Bytes).Where(Within));
        return value with { Bytes = bytes };
    }

    public static TypedValue Field(TypedValue value, string field, string whole)
    {
        if (value.Codec is not UserTypeCodec user)
        {
            throw CqlRefusal.Invalid($"Invalid field selection: {whole} of type {value.Codec.Name} is not a user type", field);
        }

        int at = Array.IndexOf(user.Fields, field);
        return at < 0
            ? throw CqlRefusal.Invalid($"{user.Name} of type {user.Name} has no field {field}", field)
            : new TypedValue(user.Codecs[at], value.Bytes is null ? null : user.Unpack(value.Bytes)[at]);
    }

    /// <summary>The keys of a collection's elements, for CONTAINS KEY; for others the elements.</summary>
    public static IEnumerable<byte[]> Keys(ValueCodec codec, byte[] bytes) => codec switch
    {
        MapCodec map => MapCodec.Unpack(bytes).Select(e => e.Key),
        SequenceCodec sequence => SequenceCodec.Unpack(bytes),
        _ => [],
    };

    /// <summary>The values of a collection, for CONTAINS.</summary>
    public static IEnumerable<byte[]> Values(ValueCodec codec, byte[] bytes) => codec switch
    {
        MapCodec map => MapCodec.Unpack(bytes).Select(e => e.Value),
        SequenceCodec sequence => SequenceCodec.Unpack(bytes),
        _ => [],
    };
}
