using System;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Embedded.Log;

namespace ScyllaMigrations.Embedded;

/// <summary>How to open an embedded cluster.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>The server to imitate; null for the one that the file was made with, and Cassandra 5.0 for a new one.</summary>
    public CqlDialect? Dialect { get; init; }

    /// <summary>Whether keyspaces may name any data centre, as a cluster of any shape would have it; else only <c>datacenter1</c>, as one node has it.</summary>
    public bool AnyDataCenter { get; init; } = true;

    /// <summary>Time.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>Where table ids and the identifiers of <c>uuid()</c> and <c>now()</c> come from.</summary>
    public IIdSource Ids { get; init; } = RandomIdSource.Instance;

    /// <summary>How long a single statement waits for another process that writes the file.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The folder of the file; null for the disk.</summary>
    internal ILogDirectory? Directory { get; init; }
}
