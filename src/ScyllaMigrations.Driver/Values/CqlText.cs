using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace ScyllaMigrations.Driver.Values;

/// <summary>Texts of decimals, dates, times and durations, as CQL shows and reads them.</summary>
internal static class CqlText
{
    private const long NanosPerDay = 86_400_000_000_000;
    private const long NanosPerSecond = 1_000_000_000;

    private static readonly (long Size, string Unit)[] DurationUnits =
    [
        (3600 * NanosPerSecond, "h"), (60 * NanosPerSecond, "m"), (NanosPerSecond, "s"), (1_000_000, "ms"), (1000, "us"), (1, "ns"),
    ];

    /// <summary>A decimal without exponent.</summary>
    public static string Decimal(BigInteger unscaled, int scale)
    {
        string digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture);
        string sign = unscaled.Sign < 0 ? "-" : string.Empty;
        if (scale <= 0)
        {
            return unscaled.IsZero ? "0" : sign + digits + new string('0', -scale);
        }

        digits = digits.PadLeft(scale + 1, '0');
        int point = digits.Length - scale;
        return sign + digits.Substring(0, point) + "." + digits.Substring(point);
    }

    /// <summary>The parts of a decimal with or without exponent.</summary>
    public static (BigInteger Unscaled, int Scale) ParseDecimal(string text)
    {
        int e = text.IndexOfAny(['e', 'E']);
        int exponent = e < 0 ? 0 : int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text.Substring(0, e);
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        int fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        return (BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), fraction - exponent);
    }

    /// <summary>A date of days since 1970-01-01, in the proleptic Gregorian calendar.</summary>
    public static string Date(long days)
    {
        // Era of 400 years, counted from March so that the leap day comes last.
        long shifted = days + 719_468;
        long era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        long dayOfEra = shifted - (era * 146_097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long month = ((5 * dayOfYear) + 2) / 153;
        long day = dayOfYear - (((153 * month) + 2) / 5) + 1;
        long calendarMonth = month < 10 ? month + 3 : month - 9;
        long year = yearOfEra + (era * 400) + (calendarMonth <= 2 ? 1 : 0);
        return string.Format(CultureInfo.InvariantCulture, "{0:D4}-{1:D2}-{2:D2}", year, calendarMonth, day);
    }

    /// <summary>Days since 1970-01-01 of a text like <c>2024-02-29</c>.</summary>
    public static long ParseDate(string text)
    {
        string[] parts = text.TrimStart('-').Split('-');
        if (parts.Length != 3)
        {
            throw new FormatException($"'{text}' is no date; expected yyyy-mm-dd.");
        }

        long year = long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
        long month = long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
        long day = long.Parse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture);
        long shiftedYear = month <= 2 ? year - 1 : year;
        long era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400;
        long yearOfEra = shiftedYear - (era * 400);
        long dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        long days = (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;

        // A day that its month does not have comes back as another one.
        return Date(days).EndsWith(string.Format(CultureInfo.InvariantCulture, "-{0:D2}-{1:D2}", month, day), StringComparison.Ordinal)
            ? days
            : throw new FormatException($"'{text}' is no day of the calendar.");
    }

    /// <summary>A time of nanoseconds since midnight, with all nine digits.</summary>
    public static string Time(long nanos)
    {
        long seconds = nanos / NanosPerSecond;
        return string.Format(
            CultureInfo.InvariantCulture, "{0:D2}:{1:D2}:{2:D2}.{3:D9}", seconds / 3600, seconds / 60 % 60, seconds % 60, nanos % NanosPerSecond);
    }

    /// <summary>Nanoseconds since midnight of a text like <c>08:12:54.123</c>.</summary>
    public static long ParseTime(string text)
    {
        string[] parts = text.Split(':');
        string[] seconds = parts[parts.Length - 1].Split('.');
        if (parts.Length is < 2 or > 3 || seconds.Length > 2 || (seconds.Length == 2 && seconds[1].Length > 9))
        {
            throw new FormatException($"'{text}' is no time; expected hh:mm:ss.fffffffff.");
        }

        long nanos = seconds.Length == 2 ? long.Parse(seconds[1].PadRight(9, '0'), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        long whole = (Number(parts[0]) * 3600) + (Number(parts[1]) * 60) + (parts.Length == 3 ? Number(seconds[0]) : 0);
        long total = (whole * NanosPerSecond) + nanos;
        return total < NanosPerDay ? total : throw new FormatException($"'{text}' is not within a day.");

        static long Number(string part) => long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>A duration with unit letters, such as <c>1y2mo3d4h5m6s7ms8us9ns</c>; zero is <c>0s</c>.</summary>
    public static string Duration(long months, long days, long nanos)
    {
        StringBuilder text = new();
        if (months < 0 || days < 0 || nanos < 0)
        {
            text.Append('-');
        }

        Append(text, Math.Abs(months / 12), "y");
        Append(text, Math.Abs(months % 12), "mo");
        Append(text, Math.Abs(days), "d");
        decimal rest = Math.Abs((decimal)nanos);
        foreach ((long size, string unit) in DurationUnits)
        {
            Append(text, (long)(rest / size), unit);
            rest %= size;
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    private static void Append(StringBuilder text, long value, string unit)
    {
        if (value != 0)
        {
            text.Append(value.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}
