using System.Collections.Generic;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Clusters;

/// <summary>What a cluster is and can do, found by asking it.</summary>
public sealed record ClusterCapabilities
{
    /// <summary>The dialect that its statements are parsed and simulated in, with the server's switches.</summary>
    public required CqlDialect Dialect { get; init; }

    /// <summary>The release that it reports, such as <c>5.0.6</c>.</summary>
    public required string ReleaseVersion { get; init; }

    /// <summary>All nodes, by host id.</summary>
    public required IReadOnlyList<ClusterHost> Hosts { get; init; }

    /// <summary>The data centre that this session calls local.</summary>
    public required string LocalDataCenter { get; init; }

    /// <summary>The partitioner's class name.</summary>
    public string Partitioner { get; init; } = "org.apache.cassandra.dht.Murmur3Partitioner";

    /// <summary>
    /// True where schema changes go through gossip and the last write wins (Cassandra up to 5.0), so table ids have to be pinned;
    /// false where one order is agreed on (Scylla's Raft, an embedded file).
    /// </summary>
    public required bool GossipsSchema { get; init; }

    /// <summary>True where scripts may name any data centre: an embedded file stands for clusters of any shape.</summary>
    public bool HasAnyDataCenter { get; init; }

    /// <summary>True where only one process can write at all while it holds the cluster's writer lock (an embedded file), so a lease left behind is dead at once.</summary>
    public bool HasWriterLock { get; init; }
}
