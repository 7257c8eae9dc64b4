using System;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>timestamp: milliseconds since 1970, UTC.</summary>
internal sealed class TimestampCodec(NativeType type) : ValueCodec(type)
{
    private const long MillisADay = 86_400_000;
    private static readonly Regex Pattern = new(
        @"^(?<date>-?\d{4,7}-\d{2}-\d{2})(?:[ T](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?)?\s?(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public override int Compare(byte[] left, byte[] right) => Wire.ReadSigned(left).CompareTo(Wire.ReadSigned(right));

    public override object? ToClr(byte[] bytes) => bytes.Length == 0 ? null : ToTime(Wire.ReadInt64(bytes, 0));

    public override byte[]? FromClr(object value) => value switch
    {
        DateTimeOffset time => Wire.Int64(time.ToUnixTimeMilliseconds()),
        DateTime { Kind: DateTimeKind.Utc } time => Wire.Int64(new DateTimeOffset(time).ToUnixTimeMilliseconds()),
        _ => null,
    };

    public override bool Takes(ConstantKind kind) => kind is ConstantKind.String or ConstantKind.Integer;

    public override byte[] Parse(string text, ConstantKind kind)
    {
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            throw CqlRefusal.NotSupported("the timestamp constant 'now'");
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long millis) || TryParseText(text, out millis))
        {
            return Wire.Int64(millis);
        }

        throw CqlRefusal.Invalid($"Unable to parse a date/time from '{text}'");
    }

    public override Term ToTerm(byte[] bytes) => bytes.Length == 0
        ? ConstantTerm.Null
        : TryFormat(Wire.ReadInt64(bytes, 0), 'T') is { } text
            ? ConstantTerm.OfString(text)
            : new ConstantTerm(ConstantKind.Integer, Wire.ReadInt64(bytes, 0).ToString(CultureInfo.InvariantCulture));

    public override string ToJson(byte[] bytes)
    {
        long millis = Wire.ReadInt64(bytes, 0);
        return "\"" + (TryFormat(millis, ' ') ?? millis.ToString(CultureInfo.InvariantCulture)) + "\"";
    }

    public override byte[] FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt64(out long millis) => Wire.Int64(millis),
        JsonValueKind.String => Parse(json.GetString()!, ConstantKind.String),
        _ => throw WrongJson("a long or a datestring representation of a timestamp value", json),
    };

    private static DateTimeOffset ToTime(long millis)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(millis);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new Clusters.CqlServerException(
                Cql.Schema.CqlError.Invalid, $"the timestamp {millis} ms lies outside the years 1 to 9999, which the embedded cluster cannot return", null, error);
        }
    }

    private static string? TryFormat(long millis, char separator)
    {
        long days = CivilDate.FloorDiv(millis, MillisADay);
        if (days < -719162 || days > 2932896)
        {
            return null;
        }

        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(millis);
        return time.ToString($"yyyy-MM-dd'{separator}'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static bool TryParseText(string text, out long millis)
    {
        millis = 0;
        Match match = Pattern.Match(text);
        if (!match.Success || !CivilDate.TryParse(match.Groups["date"].Value, out long days))
        {
            return false;
        }

        int hour = Number(match, "hour");
        int minute = Number(match, "minute");
        int second = Number(match, "second");
        string fraction = match.Groups["fraction"].Value.PadRight(3, '0').Substring(0, 3);
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        long ofDay = (((((hour * 60L) + minute) * 60) + second) * 1000) + int.Parse(fraction, CultureInfo.InvariantCulture);
        millis = (days * MillisADay) + ofDay - (ZoneMinutes(match.Groups["zone"].Value) * 60_000L);
        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    // A text without zone is read as UTC; a real server takes its own zone, which for servers is UTC as a rule.
    private static int ZoneMinutes(string zone)
    {
        if (zone.Length == 0 || zone[0] is not ('+' or '-'))
        {
            return 0;
        }

        string digits = zone.Substring(1).Replace(":", string.Empty).PadRight(4, '0');
        int minutes = (int.Parse(digits.Substring(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(digits.Substring(2), CultureInfo.InvariantCulture);
        return zone[0] == '-' ? -minutes : minutes;
    }
}
