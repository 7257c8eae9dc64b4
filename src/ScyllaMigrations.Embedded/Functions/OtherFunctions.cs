using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Functions;

/// <summary>token, functions of collections, of numbers and of vectors.</summary>
internal static class OtherFunctions
{
    /// <summary>The result, or null when the function is none of these.</summary>
    public static TypedValue? TryCall(TermEvaluator evaluator, string name, ValueList<Term> arguments, IRowScope? scope)
    {
        switch (name)
        {
            case "token":
                return Token(evaluator, arguments, scope);
            case "map_keys" or "map_values":
                TypedValue map = ServerFunctions.Single(evaluator, name, arguments, scope);
                return map.Codec is MapCodec codec ? Parts(name == "map_keys", codec, map.Bytes) : throw ServerFunctions.WrongType(name, map);
            case "collection_count":
                TypedValue counted = ServerFunctions.Single(evaluator, name, arguments, scope);
                return new TypedValue(CodecFactory.Native(NativeTypeKind.Int), counted.Bytes is null ? null : Wire.Int32(Wire.ReadInt32(counted.Bytes, 0)));
            case "collection_min" or "collection_max" or "collection_sum" or "collection_avg":
                TypedValue collection = ServerFunctions.Single(evaluator, name, arguments, scope);
                return collection.Codec is SequenceCodec sequence
                    ? Aggregates.Fold(name.Substring(11), sequence.Element, collection.Bytes is null ? [] : SequenceCodec.Unpack(collection.Bytes))
                    : throw ServerFunctions.WrongType(name, collection);
            case "abs" or "exp" or "log" or "log10" or "round":
                return Number(name, ServerFunctions.Single(evaluator, name, arguments, scope));
            case "similarity_cosine" or "similarity_euclidean" or "similarity_dot_product":
                return Similarity(evaluator, name, arguments, scope);
            default:
                return null;
        }
    }

    private static TypedValue Token(TermEvaluator evaluator, ValueList<Term> arguments, IRowScope? scope)
    {
        ValueCodec bigint = CodecFactory.Native(NativeTypeKind.Bigint);
        if (arguments.Any(a => a is ColumnTerm))
        {
            return new TypedValue(bigint, scope?.Token is { } token ? Wire.Int64(token) : null);
        }

        byte[]?[] values = [.. arguments.Select(a => evaluator.Infer(a, scope).Bytes)];
        return new TypedValue(bigint, Array.Exists(values, v => v is null) ? null : Wire.Int64(Murmur3.Token(values!)));
    }

    private static TypedValue Parts(bool keys, MapCodec map, byte[]? bytes)
    {
        SequenceCodec result = keys
            ? new SequenceCodec(new SetType(map.Key.Type, Frozen: true), map.Key, isSet: true)
            : new SequenceCodec(new ListType(map.Value.Type, Frozen: true), map.Value, isSet: false);
        return new TypedValue(result, bytes is null ? null : SequenceCodec.Pack(MapCodec.Unpack(bytes).Select(e => keys ? e.Key : e.Value)));
    }

    private static TypedValue Number(string name, TypedValue value)
    {
        if (!value.Codec.IsNumber)
        {
            throw ServerFunctions.WrongType(name, value);
        }

        if (value.Bytes is null)
        {
            return value;
        }

        if (name == "abs")
        {
            return Numbers.ToDouble(value.Codec, value.Bytes) < 0 ? Arithmetic.Negate(value) : value;
        }

        double number = Numbers.ToDouble(value.Codec, value.Bytes);
        switch (value.Codec)
        {
            case FloatingCodec floating:
                return value with { Bytes = floating.Encode(Apply(name, number)) };
            case DecimalCodec:
                throw CqlRefusal.NotSupported($"{name} of a decimal", name);
            default:
                return name == "round" ? value : value with { Bytes = Numbers.FromInteger(value.Codec, new System.Numerics.BigInteger(Math.Truncate(Apply(name, number)))) };
        }
    }

    private static double Apply(string name, double value) => name switch
    {
        "exp" => Math.Exp(value),
        "log" => Math.Log(value),
        "log10" => Math.Log10(value),
        _ => Math.Floor(value + 0.5),
    };

    private static TypedValue Similarity(TermEvaluator evaluator, string name, ValueList<Term> arguments, IRowScope? scope)
    {
        if (arguments.Count != 2)
        {
            throw ServerFunctions.WrongCount(name, 2, arguments.Count);
        }

        int typed = arguments[0] is ColumnTerm ? 0 : 1;
        TypedValue known = evaluator.Infer(arguments[typed], scope);
        if (known.Codec is not VectorCodec { Element: FloatingCodec } vector)
        {
            throw ServerFunctions.WrongType(name, known);
        }

        byte[]? other = evaluator.Evaluate(arguments[1 - typed], vector, name, scope);
        ValueCodec single = CodecFactory.Native(NativeTypeKind.Float);
        if (known.Bytes is null || other is null)
        {
            return new TypedValue(single, null);
        }

        List<double> a = [.. vector.Unpack(known.Bytes).Select(b => ((FloatingCodec)vector.Element).Decode(b))];
        List<double> b = [.. vector.Unpack(other).Select(x => ((FloatingCodec)vector.Element).Decode(x))];
        double dot = a.Zip(b, (x, y) => x * y).Sum();
        double result = name switch
        {
            "similarity_dot_product" => (1 + dot) / 2,
            "similarity_cosine" => (1 + (dot / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x)))) / 2,
            _ => 1 / (1 + a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()),
        };
        return new TypedValue(single, ((FloatingCodec)single).Encode(result));
    }
}
