using System;
using System.Globalization;
using System.Numerics;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>A decimal number of any size: <c>Unscaled × 10^-Scale</c>.</summary>
internal readonly record struct DecimalValue(BigInteger Unscaled, int Scale)
{
    public static DecimalValue FromBytes(byte[] bytes)
    {
        byte[] unscaled = new byte[bytes.Length - 4];
        Array.Copy(bytes, 4, unscaled, 0, unscaled.Length);
        return new DecimalValue(VarintCodec.Decode(unscaled), Wire.ReadInt32(bytes, 0));
    }

    /// <summary>Reads digits with an optional sign, point and exponent.</summary>
    public static bool TryParse(string text, out DecimalValue value)
    {
        value = default;
        string digits = text;
        int exponent = 0;
        int e = text.IndexOfAny(['e', 'E']);
        if (e >= 0)
        {
            digits = text.Substring(0, e);
            if (!int.TryParse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return false;
            }
        }

        int point = digits.IndexOf('.');
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (!BigInteger.TryParse(
            digits.Replace(".", string.Empty), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger unscaled))
        {
            return false;
        }

        value = new DecimalValue(unscaled, decimals - exponent);
        return true;
    }

    public byte[] ToBytes()
    {
        byte[] unscaled = VarintCodec.Encode(Unscaled);
        byte[] bytes = new byte[4 + unscaled.Length];
        Wire.Int32(Scale).CopyTo(bytes, 0);
        unscaled.CopyTo(bytes, 4);
        return bytes;
    }

    public static int Compare(DecimalValue left, DecimalValue right)
    {
        int scale = Math.Max(left.Scale, right.Scale);
        return left.AtScale(scale).CompareTo(right.AtScale(scale));
    }

    /// <summary>The unscaled number at a scale that is not smaller than the own one.</summary>
    public BigInteger AtScale(int scale) => Unscaled * BigInteger.Pow(10, scale - Scale);

    /// <summary>As servers show it: with an exponent where the scale is negative or the number very small (Java's BigDecimal.toString).</summary>
    public override string ToString()
    {
        if (Scale == 0)
        {
            return Unscaled.ToString(CultureInfo.InvariantCulture);
        }

        string all = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture);
        int exponent = all.Length - 1 - Scale;
        if (Scale < 0 || exponent < -6)
        {
            return (Unscaled.Sign < 0 ? "-" : string.Empty) + all.Substring(0, 1) + (all.Length > 1 ? "." + all.Substring(1) : string.Empty)
                + "E" + (exponent >= 0 ? "+" : string.Empty) + exponent.ToString(CultureInfo.InvariantCulture);
        }

        string digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        return (Unscaled.Sign < 0 ? "-" : string.Empty) + digits.Substring(0, digits.Length - Scale) + "." + digits.Substring(digits.Length - Scale);
    }
}
