using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Functions;

/// <summary>count, min, max, sum and avg.</summary>
internal static class Aggregates
{
    /// <summary>Folds the rows of a group.</summary>
    public static TypedValue Call(TermEvaluator evaluator, string name, FunctionCallTerm call, IRowScope? scope)
    {
        if (call.Arguments.Count != 1)
        {
            throw ServerFunctions.WrongCount(name, 1, call.Arguments.Count);
        }

        if (scope?.Members is not { } members)
        {
            throw CqlRefusal.Invalid("aggregate functions cannot be used as arguments of aggregate functions", name);
        }

        TypedValue[] values = [.. members.Select(m => evaluator.Infer(call.Arguments[0], m))];
        if (name == "count")
        {
            return Count(call.Arguments[0] is ConstantTerm ? values.Length : values.Count(v => v.Bytes is not null));
        }

        ValueCodec codec = values.Length > 0 ? values[0].Codec : evaluator.Infer(call.Arguments[0], scope).Codec;
        return Fold(name, codec, [.. values.Where(v => v.Bytes is not null).Select(v => v.Bytes!)]);
    }

    /// <summary>Folds values of one type.</summary>
    /// <param name="name">min, max, sum or avg.</param>
    /// <param name="codec">Their type.</param>
    /// <param name="values">The values, without nulls.</param>
    public static TypedValue Fold(string name, ValueCodec codec, IReadOnlyList<byte[]> values)
    {
        if (name is "min" or "max")
        {
            byte[]? best = null;
            foreach (byte[] value in values)
            {
                best = best is null || (name == "min" ? codec.Compare(value, best) < 0 : codec.Compare(value, best) > 0) ? value : best;
            }

            return new TypedValue(codec, best);
        }

        if (!codec.IsNumber)
        {
            throw CqlRefusal.Invalid($"Invalid call to function {name}, none of its type signatures match (known type signatures: of numbers)", name);
        }

        return name == "sum" ? new TypedValue(Result(codec), Sum(codec, values)) : Average(codec, values);
    }

    private static TypedValue Count(int count) => new(CodecFactory.Native(NativeTypeKind.Bigint), Wire.Int64(count));

    private static ValueCodec Result(ValueCodec codec) =>
        Numbers.KindOf(codec) == NativeTypeKind.Counter ? CodecFactory.Native(NativeTypeKind.Bigint) : codec;

    private static byte[] Sum(ValueCodec codec, IReadOnlyList<byte[]> values) => codec switch
    {
        FloatingCodec floating => floating.Encode(values.Sum(floating.Decode)),
        DecimalCodec => values.Select(DecimalValue.FromBytes).Aggregate(new DecimalValue(0, 0), Add).ToBytes(),
        _ => Numbers.FromInteger(Result(codec), values.Aggregate(BigInteger.Zero, (sum, v) => sum + Numbers.ToInteger(codec, v))),
    };

    private static TypedValue Average(ValueCodec codec, IReadOnlyList<byte[]> values)
    {
        ValueCodec result = Result(codec);
        if (values.Count == 0)
        {
            return new TypedValue(result, Numbers.FromInteger(result, 0));
        }

        byte[] average = codec switch
        {
            FloatingCodec floating => floating.Encode(values.Average(floating.Decode)),
            DecimalCodec => AverageOf(values),
            _ => Numbers.FromInteger(result, BigInteger.Divide(values.Aggregate(BigInteger.Zero, (sum, v) => sum + Numbers.ToInteger(codec, v)), values.Count)),
        };
        return new TypedValue(result, average);
    }

    // Rounded half to even at the scale of the sum, as the server's running average ends up for exact quotients.
    private static byte[] AverageOf(IReadOnlyList<byte[]> values)
    {
        DecimalValue sum = values.Select(DecimalValue.FromBytes).Aggregate(new DecimalValue(0, 0), Add);
        BigInteger quotient = BigInteger.DivRem(sum.Unscaled, values.Count, out BigInteger rest);
        BigInteger twice = BigInteger.Abs(rest) * 2;
        bool away = twice > values.Count || (twice == values.Count && !quotient.IsEven);
        return new DecimalValue(quotient + (away ? sum.Unscaled.Sign : 0), sum.Scale).ToBytes();
    }

    private static DecimalValue Add(DecimalValue a, DecimalValue b)
    {
        int scale = Math.Max(a.Scale, b.Scale);
        return new DecimalValue(a.AtScale(scale) + b.AtScale(scale), scale);
    }
}
