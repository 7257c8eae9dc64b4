using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ScyllaMigrations.Migrations;

/// <summary>Durations as people write them: <c>300s</c>, <c>5m</c>, <c>1h30m</c>, <c>250ms</c>, or a TimeSpan such as <c>00:05:00</c>.</summary>
public static class Durations
{
    /// <summary>What a wrong duration's error says was expected.</summary>
    public const string Expected = "expected a duration such as 300s, 5m, 1h30m or 00:05:00";

    private static readonly Regex Parts = new(
        @"^(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m(?!s))?(?:(?<s>\d+)s)?(?:(?<ms>\d+)ms)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    /// <summary>Reads a duration.</summary>
    /// <param name="text">Whole numbers with the units d, h, m, s, ms in this order, or a TimeSpan with colons. A bare number is refused: its unit would be a guess.</param>
    /// <param name="duration">The duration; zero when the text is none.</param>
    /// <returns>False when the text is no duration, is negative or too long for a TimeSpan.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        string trimmed = (text ?? string.Empty).Trim();
        if (trimmed.IndexOf(':') > 0)
        {
            return TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out duration) && duration >= TimeSpan.Zero;
        }

        Match match = Parts.Match(trimmed.ToLowerInvariant());
        if (!match.Success || trimmed.Length == 0)
        {
            return false;
        }

        double seconds = (Number(match, "d") * 86400) + (Number(match, "h") * 3600) + (Number(match, "m") * 60) + Number(match, "s") + (Number(match, "ms") / 1000);
        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    private static double Number(Match match, string group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
