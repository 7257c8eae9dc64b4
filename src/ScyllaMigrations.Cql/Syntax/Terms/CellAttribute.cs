namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What a selector asks about a cell instead of its value.</summary>
public enum CellAttribute
{
    /// <summary>WRITETIME: microseconds since 1970.</summary>
    WriteTime,

    /// <summary>MAXWRITETIME (Cassandra 5.0).</summary>
    MaxWriteTime,

    /// <summary>TTL: seconds left.</summary>
    TimeToLive,
}
