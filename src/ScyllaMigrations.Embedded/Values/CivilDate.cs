using System;
using System.Globalization;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Days of the Gregorian calendar in any year: .NET's own dates end long before CQL's.</summary>
internal static class CivilDate
{
    /// <summary>Days since 1970-01-01.</summary>
    public static long ToDays(long year, int month, int day)
    {
        long y = month <= 2 ? year - 1 : year;
        long era = FloorDiv(y, 400);
        long yearOfEra = y - (era * 400);
        long dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        long dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146097) + dayOfEra - 719468;
    }

    /// <summary>Year, month and day of days since 1970-01-01.</summary>
    public static (long Year, int Month, int Day) FromDays(long days)
    {
        long z = days + 719468;
        long era = FloorDiv(z, 146097);
        long dayOfEra = z - (era * 146097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long shifted = ((5 * dayOfYear) + 2) / 153;
        int day = (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1);
        int month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>Reads <c>[-]yyyy-mm-dd</c>.</summary>
    public static bool TryParse(string text, out long days)
    {
        days = 0;
        bool negative = text.StartsWith("-", StringComparison.Ordinal);
        string[] parts = (negative ? text.Substring(1) : text).Split('-');
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long year)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            || parts[0].Length is < 4 or > 7 || month is < 1 or > 12 || day < 1)
        {
            return false;
        }

        days = ToDays(negative ? -year : year, month, day);
        (_, int realMonth, _) = FromDays(days);
        return realMonth == month;
    }

    /// <summary><c>yyyy-mm-dd</c>.</summary>
    public static string Format(long days)
    {
        (long year, int month, int day) = FromDays(days);
        string digits = Math.Abs(year).ToString("0000", CultureInfo.InvariantCulture);
        return (year < 0 ? "-" : string.Empty) + digits + "-" + month.ToString("00", CultureInfo.InvariantCulture)
            + "-" + day.ToString("00", CultureInfo.InvariantCulture);
    }

    public static long FloorDiv(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);
}
