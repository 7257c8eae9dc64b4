using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>A timestamp or date plus or minus a duration.</summary>
internal static class Temporal
{
    private const long MillisADay = 86_400_000;

    /// <summary>The result, or null when the types are others.</summary>
    public static TypedValue? Apply(char sign, TypedValue left, TypedValue right)
    {
        if (sign is not ('+' or '-') || right.Codec is not DurationCodec || left.Codec is not (TimestampCodec or DateCodec))
        {
            return null;
        }

        if (left.Bytes is null || right.Bytes is null)
        {
            return left with { Bytes = null };
        }

        DurationValue duration = DurationValue.FromBytes(right.Bytes);
        int by = sign == '-' ? -1 : 1;
        if (left.Codec is DateCodec)
        {
            return duration.Nanos % (MillisADay * 1_000_000) != 0
                ? throw CqlRefusal.Invalid($"the duration must have a day precision. Was: {duration}")
                : left with
                {
                    Bytes = DateCodec.Encode(
                        AddMonths(DateCodec.Decode(left.Bytes), by * duration.Months) + (by * (duration.Days + (duration.Nanos / (MillisADay * 1_000_000))))),
                };
        }

        long millis = Wire.ReadInt64(left.Bytes, 0);
        long days = CivilDate.FloorDiv(millis, MillisADay);
        long moved = AddMonths(days, by * duration.Months) + (by * (long)duration.Days);
        return left with { Bytes = Wire.Int64((moved * MillisADay) + (millis - (days * MillisADay)) + (by * (duration.Nanos / 1_000_000))) };
    }

    private static long AddMonths(long days, int months)
    {
        (long year, int month, int day) = CivilDate.FromDays(days);
        long total = (year * 12) + month - 1 + months;
        long newYear = CivilDate.FloorDiv(total, 12);
        int newMonth = (int)(total - (newYear * 12)) + 1;
        long first = CivilDate.ToDays(newYear, newMonth, 1);
        long next = newMonth == 12 ? CivilDate.ToDays(newYear + 1, 1, 1) : CivilDate.ToDays(newYear, newMonth + 1, 1);
        return first + System.Math.Min(day, next - first) - 1;
    }
}
