using System;
using System.Collections.Generic;
using System.Management.Automation;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.PowerShell.Sessions;

/// <summary>Which cluster a call's parameters choose. At most one way of naming it is used.</summary>
internal sealed record ClusterChoice
{
    private const string EmbeddedPrefix = "embedded:";
    private const string MemoryCluster = "embedded:memory";

    /// <summary>An open session.</summary>
    public ScyllaSession? Session { get; init; }

    /// <summary>A cluster as results name it.</summary>
    public string? Cluster { get; init; }

    /// <summary>The file of an embedded cluster, absolute.</summary>
    public string? Embedded { get; init; }

    /// <summary>Contact points.</summary>
    public IReadOnlyList<string>? ContactPoints { get; init; }

    /// <summary>Port of contact points without one.</summary>
    public int? Port { get; init; }

    /// <summary>User and password.</summary>
    public PSCredential? Credential { get; init; }

    /// <summary>The data centre to prefer.</summary>
    public string? LocalDataCenter { get; init; }

    /// <summary>The session to work on: the one given, an open one to the cluster named, the default one when nothing is named; null when a connection has to be opened.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: the cluster is named in two ways, or the session is closed.</exception>
    public ScyllaSession? FindSession(SessionTable table)
    {
        string[] ways = [.. Ways()];
        if (ways.Length > 1)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"The cluster is given by {string.Join(" and ", ways)}; one of them is enough.");
        }

        ScyllaSession? session = Session ?? (Cluster is not null ? table.Find(Cluster) : ways.Length == 0 ? table.Default : null);
        if (session is null && Cluster == MemoryCluster)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, "A cluster in memory lives in its session only; give it by -Session.") { Subject = Cluster };
        }

        return session is null || session.IsOpen
            ? session
            : throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"The session to {session.Cluster} is closed.") { Subject = session.Cluster };
    }

    /// <summary>A layer of settings with this choice in it.</summary>
    public SettingsLayer Layer(SettingsLayer layer)
    {
        bool embedded = Cluster is not null && Cluster.StartsWith(EmbeddedPrefix, StringComparison.Ordinal);
        return layer with
        {
            Embedded = embedded ? Cluster!.Substring(EmbeddedPrefix.Length) : Embedded,
            ContactPoints = Cluster is not null && !embedded ? Cluster.Split(',') : ContactPoints,
            Port = Port,
            LocalDataCenter = LocalDataCenter,
            Username = Credential?.UserName,
            Password = Credential is null ? null : new Secret(Credential.GetNetworkCredential().Password),
        };
    }

    private IEnumerable<string> Ways()
    {
        if (Session is not null)
        {
            yield return "-Session";
        }

        if (Cluster is not null)
        {
            yield return "-Cluster";
        }

        if (Embedded is not null)
        {
            yield return "-Embedded";
        }

        if (ContactPoints is not null)
        {
            yield return "-ContactPoint";
        }
    }
}
