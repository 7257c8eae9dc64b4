using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Clusters;

/// <summary>One statement to send.</summary>
/// <param name="Cql">The statement, without a trailing semicolon.</param>
/// <param name="Values">Values of its bind markers in order; see <see cref="CqlRow"/> for the types. They are sent typed, never spliced into text.</param>
public sealed record CqlRequest(string Cql, IReadOnlyList<object?> Values)
{
    /// <summary>Makes a request without values.</summary>
    public CqlRequest(string cql)
        : this(cql, [])
    {
    }

    /// <summary>Consistency; null for the session's default (LOCAL_QUORUM on a cluster).</summary>
    public ConsistencyLevel? Consistency { get; init; }

    /// <summary>SERIAL or LOCAL_SERIAL for conditional statements; null for SERIAL.</summary>
    public ConsistencyLevel? SerialConsistency { get; init; }

    /// <summary>The host to send to and no other (a host id); null lets the session choose.</summary>
    public Guid? Host { get; init; }

    /// <summary>How long to wait for the answer; null for the session's default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>True when sending it twice has the effect of once, so that a lost answer may be retried.</summary>
    public bool Idempotent { get; init; }

    /// <summary>Default timestamp of its writes in microseconds; null lets the server choose.</summary>
    public long? TimestampMicros { get; init; }

    /// <summary>True to prepare the statement and keep it prepared: for statements that are sent again and again.</summary>
    public bool Prepare { get; init; }
}
