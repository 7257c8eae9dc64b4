using System.Globalization;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>time: nanoseconds since midnight.</summary>
internal sealed class TimeCodec(NativeType type) : ValueCodec(type)
{
    private const long NanosADay = 86_400_000_000_000;

    public override object ToClr(byte[] bytes) => Format(Wire.ReadInt64(bytes, 0));

    public override byte[]? FromClr(object value) => value is string text ? Parse(text, ConstantKind.String) : null;

    public override bool Takes(ConstantKind kind) => kind is ConstantKind.String or ConstantKind.Integer;

    public override byte[] Parse(string text, ConstantKind kind)
    {
        if (TryParseClock(text, out long nanos)
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out nanos) && nanos < NanosADay))
        {
            return Wire.Int64(nanos);
        }

        throw CqlRefusal.Invalid($"(TimeType) Unable to coerce '{text}' to a formatted time (long)");
    }

    public override Term ToTerm(byte[] bytes) => ConstantTerm.OfString(Format(Wire.ReadInt64(bytes, 0)));

    public override string ToJson(byte[] bytes) => "\"" + Format(Wire.ReadInt64(bytes, 0)) + "\"";

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Parse(json.GetString()!, ConstantKind.String) : throw WrongJson("a string representation of a time value", json);

    /// <summary>Reads <c>hh:mm:ss[.fffffffff]</c> as nanoseconds.</summary>
    public static bool TryParseClock(string text, out long nanos)
    {
        nanos = 0;
        string[] parts = text.Split(':');
        string[] seconds = parts[parts.Length - 1].Split('.');
        if (parts.Length != 3 || seconds.Length > 2
            || !TryRead(parts[0], 23, out int hour) || !TryRead(parts[1], 59, out int minute) || !TryRead(seconds[0], 59, out int second))
        {
            return false;
        }

        long fraction = 0;
        if (seconds.Length == 2
            && (seconds[1].Length is 0 or > 9
                || !long.TryParse(seconds[1].PadRight(9, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out fraction)))
        {
            return false;
        }

        nanos = (((((hour * 60L) + minute) * 60) + second) * 1_000_000_000) + fraction;
        return true;
    }

    private static bool TryRead(string text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= max && text.Length is 1 or 2;

    private static string Format(long nanos)
    {
        long seconds = nanos / 1_000_000_000;
        return string.Format(
            CultureInfo.InvariantCulture, "{0:00}:{1:00}:{2:00}.{3:000000000}", seconds / 3600, seconds / 60 % 60, seconds % 60, nanos % 1_000_000_000);
    }
}
