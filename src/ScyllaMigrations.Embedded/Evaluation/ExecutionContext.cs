using System;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>What one statement is executed with.</summary>
/// <param name="Dialect">Whose functions and messages to use.</param>
/// <param name="Codecs">The types of the schema as it is.</param>
/// <param name="Keyspace">The keyspace for user-defined types without one.</param>
/// <param name="NowMicros">The server's time, the same for the whole statement.</param>
/// <param name="Ids">Where random identifiers come from.</param>
internal sealed record ExecutionContext(CqlDialect Dialect, CodecFactory Codecs, string? Keyspace, long NowMicros, IIdSource Ids)
{
    private int _drawn;

    /// <summary>The server's time in seconds, which times to live count in.</summary>
    public long NowSeconds => CivilDate.FloorDiv(NowMicros, 1_000_000);

    /// <summary>A version 1 identifier of now; each one later than the one before.</summary>
    public byte[] NextTimeUuid() => TimeUuid.Make(TimeUuid.TicksOfMicros(NowMicros) + _drawn++, TimeUuid.LowOf(Ids.NewId()));

    /// <summary>A random identifier.</summary>
    public Guid NextId() => Ids.NewId();
}
