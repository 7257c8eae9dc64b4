using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Functions;

/// <summary>Functions of times and identifiers.</summary>
internal static class TimeFunctions
{
    private const long MillisADay = 86_400_000;

    // The smallest and largest low halves in the servers' order of signed bytes.
    private const long SmallestLow = unchecked((long)0x8080808080808080);
    private const long LargestLow = 0x7f7f7f7f7f7f7f7f;

    /// <summary>The result, or null when the function is none of these.</summary>
    public static TypedValue? TryCall(TermEvaluator evaluator, string name, ValueList<Term> arguments, IRowScope? scope)
    {
        ExecutionContext context = evaluator.Context;
        long nowMillis = CivilDate.FloorDiv(context.NowMicros, 1000);
        switch (name)
        {
            case "uuid":
                return NoArguments(name, arguments, NativeTypeKind.Uuid, UuidCodec.Encode(context.NextId()));
            case "now" or "current_timeuuid":
                return NoArguments(name, arguments, NativeTypeKind.Timeuuid, context.NextTimeUuid());
            case "current_timestamp":
                return NoArguments(name, arguments, NativeTypeKind.Timestamp, Wire.Int64(nowMillis));
            case "current_date":
                return NoArguments(name, arguments, NativeTypeKind.Date, DateCodec.Encode(CivilDate.FloorDiv(nowMillis, MillisADay)));
            case "current_time":
                long ofDay = nowMillis - (CivilDate.FloorDiv(nowMillis, MillisADay) * MillisADay);
                return NoArguments(name, arguments, NativeTypeKind.Time, Wire.Int64(ofDay * 1_000_000));
            case "min_timeuuid" or "max_timeuuid":
                TypedValue time = ServerFunctions.Single(evaluator, name, arguments, scope, NativeTypeKind.Timestamp);
                bool least = name == "min_timeuuid";
                return Of(NativeTypeKind.Timeuuid, time.Bytes is null
                    ? null
                    : TimeUuid.Make(TimeUuid.TicksOfMillis(MillisOf(name, time)) + (least ? 0 : 9999), least ? SmallestLow : LargestLow));
            case "to_date":
                TypedValue date = ServerFunctions.Single(evaluator, name, arguments, scope, NativeTypeKind.Timestamp);
                return Of(NativeTypeKind.Date, date.Bytes is null ? null : DateCodec.Encode(CivilDate.FloorDiv(MillisOf(name, date), MillisADay)));
            case "to_timestamp":
                TypedValue timestamp = ServerFunctions.Single(evaluator, name, arguments, scope, NativeTypeKind.Date);
                return Of(NativeTypeKind.Timestamp, timestamp.Bytes is null ? null : Wire.Int64(MillisOf(name, timestamp)));
            case "to_unix_timestamp":
                TypedValue unix = ServerFunctions.Single(evaluator, name, arguments, scope, NativeTypeKind.Timestamp);
                return Of(NativeTypeKind.Bigint, unix.Bytes is null ? null : Wire.Int64(MillisOf(name, unix)));
            default:
                return null;
        }
    }

    private static TypedValue Of(NativeTypeKind kind, byte[]? bytes) => new(CodecFactory.Native(kind), bytes);

    private static TypedValue NoArguments(string name, ValueList<Term> arguments, NativeTypeKind kind, byte[] bytes) =>
        arguments.Count == 0 ? Of(kind, bytes) : throw ServerFunctions.WrongCount(name, 0, arguments.Count);

    private static long MillisOf(string name, TypedValue value) => value.Codec switch
    {
        TimestampCodec => Wire.ReadInt64(value.Bytes!, 0),
        DateCodec => DateCodec.Decode(value.Bytes!) * MillisADay,
        UuidCodec { Type: NativeType { Kind: NativeTypeKind.Timeuuid } } => TimeUuid.ToMillis(value.Bytes!),
        _ => throw ServerFunctions.WrongType(name, value),
    };
}
