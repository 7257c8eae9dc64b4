namespace ScyllaMigrations.Cql.Syntax;

/// <summary>USING: timestamp in microseconds since 1970, time to live in seconds, and on ScyllaDB a timeout and more.</summary>
public sealed record UsingClause
{
    /// <summary>Nothing given.</summary>
    public static UsingClause None { get; } = new();

    /// <summary>TIMESTAMP, microseconds since 1970.</summary>
    public Term? Timestamp { get; init; }

    /// <summary>TTL, seconds.</summary>
    public Term? TimeToLive { get; init; }

    /// <summary>TIMEOUT, a duration (ScyllaDB).</summary>
    public Term? Timeout { get; init; }

    /// <summary>CONCURRENCY of PRUNE MATERIALIZED VIEW (ScyllaDB).</summary>
    public Term? Concurrency { get; init; }

    /// <summary>SERVICE LEVEL of SELECT (ScyllaDB).</summary>
    public string? ServiceLevel { get; init; }

    /// <summary>Whether nothing was given.</summary>
    public bool IsEmpty => Equals(None);
}
