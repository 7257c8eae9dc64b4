using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>A duration: months, days and nanoseconds, all of one sign.</summary>
internal readonly record struct DurationValue(int Months, int Days, long Nanos)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private static readonly Regex Units = new(@"(?<count>\d+)(?<unit>y|mo|ms|us|µs|ns|w|d|h|m|s)", Options, TimeSpan.FromSeconds(1));
    private static readonly Regex Plain = new(@"^(\d+(y|mo|ms|us|µs|ns|w|d|h|m|s))+$", Options, TimeSpan.FromSeconds(1));
    private static readonly Regex Iso = new(
        @"^P(?:(?<y>\d+)Y)?(?:(?<mo>\d+)M)?(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$", Options, TimeSpan.FromSeconds(1));

    private static readonly (string Unit, BigInteger Months, BigInteger Days, BigInteger Nanos)[] Scale =
    [
        ("y", 12, 0, 0), ("mo", 1, 0, 0), ("w", 0, 7, 0), ("d", 0, 1, 0), ("h", 0, 0, 3_600_000_000_000), ("m", 0, 0, 60_000_000_000),
        ("s", 0, 0, 1_000_000_000), ("ms", 0, 0, 1_000_000), ("us", 0, 0, 1000), ("µs", 0, 0, 1000), ("ns", 0, 0, 1),
    ];

    /// <summary>Reads <c>1y2mo3d4h</c> and ISO 8601's <c>P1Y2M3DT4H</c>, both with a leading minus.</summary>
    public static bool TryParse(string text, out DurationValue value)
    {
        value = default;
        bool negative = text.StartsWith("-", StringComparison.Ordinal);
        string body = negative ? text.Substring(1) : text;
        string plain = body;
        if (Iso.Match(body) is { Success: true } iso && body.Length > 1)
        {
            string[] units = ["y", "mo", "w", "d", "h", "m", "s"];
            StringBuilder joined = new();
            foreach (string unit in units)
            {
                joined.Append(iso.Groups[unit].Success ? iso.Groups[unit].Value + unit : string.Empty);
            }

            plain = joined.ToString();
        }

        if (!Plain.IsMatch(plain))
        {
            return false;
        }

        BigInteger months = 0;
        BigInteger days = 0;
        BigInteger nanos = 0;
        foreach (Match match in Units.Matches(plain))
        {
            BigInteger count = BigInteger.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            string unit = match.Groups["unit"].Value.ToLowerInvariant();
            (_, BigInteger m, BigInteger d, BigInteger n) = Array.Find(Scale, s => s.Unit == unit);
            months += count * m;
            days += count * d;
            nanos += count * n;
        }

        if (months > int.MaxValue || days > int.MaxValue || nanos > long.MaxValue)
        {
            return false;
        }

        int sign = negative ? -1 : 1;
        value = new DurationValue(sign * (int)months, sign * (int)days, sign * (long)nanos);
        return true;
    }

    public static DurationValue FromBytes(byte[] bytes)
    {
        int at = 0;
        return new DurationValue((int)ReadVint(bytes, ref at), (int)ReadVint(bytes, ref at), ReadVint(bytes, ref at));
    }

    public byte[] ToBytes() => [.. Vint(Months), .. Vint(Days), .. Vint(Nanos)];

    /// <summary>As servers show it; a duration of nothing is <c>0ns</c>, which can be read back.</summary>
    public override string ToString()
    {
        StringBuilder text = new(Months < 0 || Days < 0 || Nanos < 0 ? "-" : string.Empty);
        BigInteger months = BigInteger.Abs(Months);
        Append(text, ref months, 12, "y");
        Append(text, ref months, 1, "mo");
        BigInteger days = BigInteger.Abs(Days);
        Append(text, ref days, 1, "d");
        BigInteger nanos = BigInteger.Abs(Nanos);
        Append(text, ref nanos, 3_600_000_000_000, "h");
        Append(text, ref nanos, 60_000_000_000, "m");
        Append(text, ref nanos, 1_000_000_000, "s");
        Append(text, ref nanos, 1_000_000, "ms");
        Append(text, ref nanos, 1000, "us");
        Append(text, ref nanos, 1, "ns");
        return text.Length == 0 ? "0ns" : text.ToString();
    }

    private static void Append(StringBuilder text, ref BigInteger rest, BigInteger size, string unit)
    {
        BigInteger count = rest / size;
        rest -= count * size;
        if (!count.IsZero)
        {
            text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    // Zigzag, then as many leading one bits as bytes follow: the native protocol's vint.
    private static byte[] Vint(long value)
    {
        ulong zigzag = unchecked((ulong)((value << 1) ^ (value >> 63)));
        int extra = 0;
        while (extra < 8 && zigzag >> ((7 * extra) + 7) != 0)
        {
            extra++;
        }

        byte[] bytes = new byte[extra + 1];
        for (int i = extra; i >= 0; i--)
        {
            bytes[i] = (byte)zigzag;
            zigzag = i == 0 ? zigzag : zigzag >> 8;
        }

        bytes[0] = extra == 8 ? (byte)0xFF : (byte)(bytes[0] | (byte)~(0xFF >> extra));
        return bytes;
    }

    private static long ReadVint(byte[] bytes, ref int at)
    {
        byte first = bytes[at++];
        int extra = 0;
        while (extra < 8 && (first & (0x80 >> extra)) != 0)
        {
            extra++;
        }

        ulong value = extra >= 8 ? 0UL : (ulong)(first & (0xFF >> extra));
        for (int i = 0; i < extra; i++)
        {
            value = (value << 8) | bytes[at++];
        }

        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }
}
