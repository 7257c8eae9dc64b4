using System;
using System.Numerics;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>Numbers of all CQL types, taken as decimal or double.</summary>
internal static class Numbers
{
    public static NativeTypeKind KindOf(ValueCodec codec) => ((NativeType)codec.Type).Kind;

    public static bool IsFloating(ValueCodec codec) => codec is FloatingCodec;

    /// <summary>The value as a decimal; not for NaN and infinities.</summary>
    public static DecimalValue ToDecimal(ValueCodec codec, byte[] bytes) => codec switch
    {
        DecimalCodec => DecimalValue.FromBytes(bytes),
        VarintCodec => new DecimalValue(VarintCodec.Decode(bytes), 0),
        FloatingCodec floating => DecimalValue.TryParse(
            floating.ToJson(bytes), out DecimalValue value) ? value : throw CqlRefusal.Invalid($"{floating.ToClr(bytes)} is no decimal number"),
        _ => new DecimalValue(Wire.ReadSigned(bytes), 0),
    };

    public static double ToDouble(ValueCodec codec, byte[] bytes) => codec switch
    {
        FloatingCodec floating => floating.Decode(bytes),
        DecimalCodec or VarintCodec => double.Parse(ToDecimal(codec, bytes).ToString(), System.Globalization.CultureInfo.InvariantCulture),
        _ => Wire.ReadSigned(bytes),
    };

    /// <summary>The whole part of a value.</summary>
    public static BigInteger ToInteger(ValueCodec codec, byte[] bytes)
    {
        if (codec is FloatingCodec floating)
        {
            double value = floating.Decode(bytes);
            return double.IsNaN(value) ? BigInteger.Zero : new BigInteger(Math.Max(Math.Min(value, 1e300), -1e300));
        }

        DecimalValue number = ToDecimal(codec, bytes);
        return number.Scale <= 0 ? number.AtScale(0) : BigInteger.Divide(number.Unscaled, BigInteger.Pow(10, number.Scale));
    }

    /// <summary>An integer as a value of a type; bits that do not fit are cut, as in Java.</summary>
    public static byte[] FromInteger(ValueCodec target, BigInteger value) => target switch
    {
        VarintCodec => VarintCodec.Encode(value),
        DecimalCodec => new DecimalValue(value, 0).ToBytes(),
        FloatingCodec floating => floating.Encode((double)value),
        IntegerCodec integer => integer.Encode(Cut(value)),
        _ => throw CqlRefusal.Invalid($"{target.Name} is no number"),
    };

    private static long Cut(BigInteger value)
    {
        BigInteger low = value & ulong.MaxValue;
        return unchecked((long)(ulong)low);
    }
}
