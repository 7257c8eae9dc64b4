using System.Globalization;
using System.Text;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>CAST(value AS type).</summary>
internal static class Casts
{
    private const long MillisADay = 86_400_000;

    public static TypedValue Cast(TypedValue value, ValueCodec target, string what)
    {
        if (value.Codec.Type == target.Type)
        {
            return value;
        }

        if (!IsKnown(value.Codec, target))
        {
            throw CqlRefusal.Invalid($"{what} cannot be cast to {target.Name}");
        }

        return new TypedValue(target, value.Bytes is null || value.Bytes.Length == 0 ? null : Convert(value.Codec, value.Bytes, target));
    }

    private static bool IsKnown(ValueCodec from, ValueCodec to) => to switch
    {
        TextCodec => from.IsNumber || from is BooleanCodec or TextCodec or UuidCodec or TimestampCodec or DateCodec or TimeCodec or InetCodec,
        TimestampCodec => from is DateCodec || IsTimed(from),
        DateCodec => from is TimestampCodec || IsTimed(from),
        _ => to.IsNumber && from.IsNumber && Numbers.KindOf(to) != NativeTypeKind.Counter,
    };

    private static bool IsTimed(ValueCodec codec) => codec.Type is NativeType { Kind: NativeTypeKind.Timeuuid };

    private static byte[] Convert(ValueCodec from, byte[] bytes, ValueCodec to) => to switch
    {
        TextCodec => Encoding.UTF8.GetBytes(ToText(from, bytes)),
        TimestampCodec => Wire.Int64(from is DateCodec ? DateCodec.Decode(bytes) * MillisADay : TimeUuid.ToMillis(bytes)),
        DateCodec => DateCodec.Encode(CivilDate.FloorDiv(from is TimestampCodec ? Wire.ReadInt64(bytes, 0) : TimeUuid.ToMillis(bytes), MillisADay)),
        FloatingCodec floating => floating.Encode(Numbers.ToDouble(from, bytes)),
        DecimalCodec => Numbers.ToDecimal(from, bytes).ToBytes(),
        IntegerCodec integer when from is FloatingCodec floating => integer.Encode(Saturate(floating.Decode(bytes), to)),
        _ => Numbers.FromInteger(to, Numbers.ToInteger(from, bytes)),
    };

    // Java narrows a floating number to int or long at the ends of the range, and from int on to the smaller types by cutting bits.
    private static long Saturate(double value, ValueCodec to)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        bool wide = Numbers.KindOf(to) == NativeTypeKind.Bigint;
        double max = wide ? long.MaxValue : int.MaxValue;
        double min = wide ? long.MinValue : int.MinValue;
        if (value >= max)
        {
            return wide ? long.MaxValue : int.MaxValue;
        }

        return value <= min ? (wide ? long.MinValue : int.MinValue) : (long)value;
    }

    private static string ToText(ValueCodec from, byte[] bytes) => from switch
    {
        TextCodec text => (string)text.ToClr(bytes),
        BooleanCodec => bytes[0] != 0 ? "true" : "false",
        TimestampCodec => from.ToJson(bytes).Trim('"').Replace(' ', 'T'),
        FloatingCodec floating => double.IsNaN(floating.Decode(bytes)) || double.IsInfinity(floating.Decode(bytes))
            ? floating.Decode(bytes).ToString(CultureInfo.InvariantCulture)
            : floating.ToJson(bytes),
        _ => from.ToJson(bytes).Trim('"'),
    };
}
