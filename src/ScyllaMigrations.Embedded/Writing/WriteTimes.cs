using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Timestamp and time to live of a write.</summary>
/// <param name="Timestamp">Microseconds since 1970.</param>
/// <param name="TimeToLive">Seconds; 0 for ever.</param>
/// <param name="ExpiresAt">Second since 1970; 0 for never.</param>
internal sealed record WriteTimes(long Timestamp, int TimeToLive, long ExpiresAt)
{
    private const int LongestTimeToLive = 20 * 365 * 24 * 60 * 60;

    /// <summary>Reads USING.</summary>
    /// <param name="evaluator">For the values.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="table">The table, for its default time to live.</param>
    /// <param name="timestamp">The timestamp when none is given.</param>
    public static WriteTimes Read(TermEvaluator evaluator, UsingClause clause, TableModel table, long timestamp)
    {
        long time = clause.Timestamp is null ? timestamp : ReadTimestamp(evaluator, clause.Timestamp, timestamp);
        int ttl = clause.TimeToLive is null ? table.Schema.Options.DefaultTimeToLive : ReadTimeToLive(evaluator, clause.TimeToLive);
        if (ttl == 0)
        {
            return new WriteTimes(time, 0, 0);
        }

        long expires = evaluator.Context.NowSeconds + ttl;
        return expires >= int.MaxValue && evaluator.Context.Dialect.IsCassandra
            ? throw CqlRefusal.Invalid(
                $"Request on table {table.Keyspace}.{table.Name} with ttl of {ttl} seconds exceeds maximum supported expiration date of 2038-01-19T03:14:06+00:00. "
                + "In order to avoid this use a lower TTL, change the expiration date overflow policy or upgrade to a version where this limitation is fixed. "
                + "See CASSANDRA-14092 and CASSANDRA-14227 for more details.")
            : new WriteTimes(time, ttl, expires);
    }

    /// <summary>The clause that the log keeps.</summary>
    public UsingClause ToClause(TableModel table) => new()
    {
        Timestamp = Integer(Timestamp),
        TimeToLive = TimeToLive != 0 || table.Schema.Options.DefaultTimeToLive != 0 ? Integer(TimeToLive) : null,
    };

    private static ConstantTerm Integer(long value) =>
        new(ConstantKind.Integer, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static long ReadTimestamp(TermEvaluator evaluator, Term term, long missing)
    {
        byte[]? bytes = evaluator.Evaluate(term, CodecFactory.Native(NativeTypeKind.Bigint), "[timestamp]");
        long value = bytes is null ? throw CqlRefusal.Invalid("Invalid null value of timestamp") : Wire.ReadInt64(bytes, 0);
        return value == long.MinValue ? missing : value;
    }

    private static int ReadTimeToLive(TermEvaluator evaluator, Term term)
    {
        byte[]? bytes = evaluator.Evaluate(term, CodecFactory.Native(NativeTypeKind.Int), "[ttl]");
        int value = bytes is null ? 0 : Wire.ReadInt32(bytes, 0);
        if (value < 0)
        {
            throw CqlRefusal.Invalid($"A TTL must be greater or equal to 0, but was {value}");
        }

        return value > LongestTimeToLive ? throw CqlRefusal.Invalid($"ttl is too large. requested ({value}) maximum ({LongestTimeToLive})") : value;
    }
}
