using System;
using System.Numerics;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>The operators + - * / %.</summary>
internal static class Arithmetic
{
    private const int FunctionFailure = 0x1400;
    private const int DivisionScale = 32;

    public static TypedValue Apply(ArithmeticTerm term, TypedValue left, TypedValue right)
    {
        char sign = term.Operator;
        if (!left.Codec.IsNumber || !right.Codec.IsNumber)
        {
            return Temporal.Apply(sign, left, right)
                ?? throw CqlRefusal.Invalid($"the '{sign}' operation is not supported between {TermText.Of(term.Left)} and {TermText.Of(term.Right)}");
        }

        ValueCodec type = Common(left.Codec, right.Codec);
        if (left.Bytes is null || right.Bytes is null || left.Bytes.Length == 0 || right.Bytes.Length == 0)
        {
            return new TypedValue(type, null);
        }

        byte[] bytes = type switch
        {
            FloatingCodec floating => floating.Encode(OnDoubles(
                sign, Numbers.ToDouble(left.Codec, left.Bytes), Numbers.ToDouble(right.Codec, right.Bytes))),
            DecimalCodec => OnDecimals(sign, Numbers.ToDecimal(left.Codec, left.Bytes), Numbers.ToDecimal(right.Codec, right.Bytes)).ToBytes(),
            _ => Numbers.FromInteger(type, OnIntegers(
                sign, Numbers.ToInteger(left.Codec, left.Bytes), Numbers.ToInteger(right.Codec, right.Bytes), $"{left.Codec.Name} {sign} {right.Codec.Name}'")),
        };
        return new TypedValue(type, bytes);
    }

    public static TypedValue Negate(TypedValue value)
    {
        if (!value.Codec.IsNumber)
        {
            throw CqlRefusal.Invalid($"the '-' operation is not supported for {value.Codec.Name}");
        }

        return value.Bytes is null
            ? value
            : value with
            {
                Bytes = value.Codec switch
                {
                    FloatingCodec floating => floating.Encode(-floating.Decode(value.Bytes)),
                    DecimalCodec => Negate(DecimalValue.FromBytes(value.Bytes)),
                    _ => Numbers.FromInteger(value.Codec, -Numbers.ToInteger(value.Codec, value.Bytes)),
                },
            };
    }

    // Cassandra's table of result types: the wider integer; decimal over all; float with bigint is double; varint with floating is decimal.
    private static ValueCodec Common(ValueCodec left, ValueCodec right)
    {
        if (left is DecimalCodec || right is DecimalCodec || (left is VarintCodec && right is FloatingCodec) || (right is VarintCodec && left is FloatingCodec))
        {
            return CodecFactory.Native(NativeTypeKind.Decimal);
        }

        if (left is FloatingCodec || right is FloatingCodec)
        {
            bool wide = IsWide(left) || IsWide(right);
            return CodecFactory.Native(wide ? NativeTypeKind.Double : NativeTypeKind.Float);
        }

        return Rank(left) >= Rank(right) ? Plain(left) : Plain(right);
    }

    private static ValueCodec Plain(ValueCodec codec) =>
        Numbers.KindOf(codec) == NativeTypeKind.Counter ? CodecFactory.Native(NativeTypeKind.Bigint) : codec;

    private static bool IsWide(ValueCodec codec) =>
        Numbers.KindOf(codec) is NativeTypeKind.Double or NativeTypeKind.Bigint or NativeTypeKind.Counter;

    private static int Rank(ValueCodec codec) => Numbers.KindOf(codec) switch
    {
        NativeTypeKind.Tinyint => 0,
        NativeTypeKind.Smallint => 1,
        NativeTypeKind.Int => 2,
        NativeTypeKind.Varint => 4,
        _ => 3,
    };

    private static double OnDoubles(char sign, double a, double b) => sign switch
    {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        '/' => a / b,
        _ => a % b,
    };

    private static BigInteger OnIntegers(char sign, BigInteger a, BigInteger b, string types)
    {
        if (sign is '/' or '%' && b.IsZero)
        {
            throw new CqlServerException(FunctionFailure, $"the operation '{types} failed: / by zero");
        }

        return sign switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            '/' => BigInteger.Divide(a, b),
            _ => BigInteger.Remainder(a, b),
        };
    }

    private static DecimalValue OnDecimals(char sign, DecimalValue a, DecimalValue b)
    {
        int scale = Math.Max(a.Scale, b.Scale);
        switch (sign)
        {
            case '+':
                return new DecimalValue(a.AtScale(scale) + b.AtScale(scale), scale);
            case '-':
                return new DecimalValue(a.AtScale(scale) - b.AtScale(scale), scale);
            case '*':
                return new DecimalValue(a.Unscaled * b.Unscaled, a.Scale + b.Scale);
        }

        if (b.Unscaled.IsZero)
        {
            throw CqlRefusal.Invalid($"the operation '{a} {sign} {b}' failed: Division undefined");
        }

        if (sign == '%')
        {
            return new DecimalValue(BigInteger.Remainder(a.AtScale(scale), b.AtScale(scale)), scale);
        }

        return Trimmed(new DecimalValue(BigInteger.Divide(a.AtScale(scale) * BigInteger.Pow(10, DivisionScale), b.AtScale(scale)), DivisionScale), Math.Max(0, a.Scale - b.Scale));
    }

    private static DecimalValue Trimmed(DecimalValue value, int atLeast)
    {
        while (value.Scale > atLeast && (value.Unscaled % 10).IsZero)
        {
            value = new DecimalValue(value.Unscaled / 10, value.Scale - 1);
        }

        return value;
    }

    private static byte[] Negate(DecimalValue value) => new DecimalValue(-value.Unscaled, value.Scale).ToBytes();
}
