using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Clusters;

/// <summary>How to connect to a cluster of servers.</summary>
public sealed record ClusterOptions
{
    /// <summary>Host names or addresses, each with an optional <c>:port</c>.</summary>
    public required IReadOnlyList<string> ContactPoints { get; init; }

    /// <summary>Port of the native protocol for contact points without one.</summary>
    public int Port { get; init; } = 9042;

    /// <summary>The data centre to prefer; null takes the one of the first contact point that answers.</summary>
    public string? LocalDataCenter { get; init; }

    /// <summary>Database user; null for none.</summary>
    public string? Username { get; init; }

    /// <summary>Its password.</summary>
    public Secret? Password { get; init; }

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for the answer to one request.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Dialect to use instead of the one found by asking; null to ask.</summary>
    public string? Dialect { get; init; }
}
