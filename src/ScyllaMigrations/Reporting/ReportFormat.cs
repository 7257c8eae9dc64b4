using System;
using System.Globalization;

namespace ScyllaMigrations.Reporting;

/// <summary>Numbers, times and yes-or-no as people read them; the same in every culture.</summary>
internal static class ReportFormat
{
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A duration: <c>12 ms</c>, <c>1.2 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Seconds(double seconds)
    {
        if (seconds < 1)
        {
            return Math.Round(seconds * 1000).ToString("0", CultureInfo.InvariantCulture) + " ms";
        }

        if (seconds < 60)
        {
            return seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
        }

        long whole = (long)Math.Round(seconds);
        return string.Format(CultureInfo.InvariantCulture, "{0} min {1} s", whole / 60, whole % 60);
    }

    /// <summary>A moment in UTC, to the second.</summary>
    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static ReportCell YesNo(bool value, ReportTone otherwise = ReportTone.Bad) =>
        value ? new ReportCell("yes", ReportTone.Good) : new ReportCell("no", otherwise);

    public static ReportCell Risk(string risk) =>
        new(risk, risk switch { "High" => ReportTone.Bad, "Medium" => ReportTone.Warning, _ => ReportTone.Neutral });

    /// <summary>The first characters of a hash: enough to tell two apart, short enough for a table.</summary>
    public static string Short(string? hash) => hash is null ? string.Empty : hash.Length > 12 ? hash.Substring(0, 12) : hash;
}
