using System;
using System.Collections.Generic;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Configuration;

/// <summary>The settings that hold after parameters, environment variables and files were laid over the defaults.</summary>
public sealed record EffectiveSettings
{
    /// <summary>The configured keyspace; null when the scripts decide.</summary>
    public string? Keyspace { get; init; }

    /// <summary>Replication of a keyspace that has to be created, as CQL map literal; null when not configured.</summary>
    public string? Replication { get; init; }

    /// <summary>The configured dialect; null to ask the cluster.</summary>
    public CqlDialect? Dialect { get; init; }

    /// <summary>The least version that the program works with; null for any.</summary>
    public MigrationVersion? MinimumVersion { get; init; }

    /// <summary>Configured variables by name, without <c>keyspace</c> and <c>replication</c>.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>An embedded cluster's file; null when the cluster is another.</summary>
    public string? Embedded { get; init; }

    /// <summary>How to connect to servers; null when no contact points are set.</summary>
    public ClusterOptions? Cluster { get; init; }

    /// <summary>Settings of TLS; null when it is not switched on.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>How a program treats its schema.</summary>
    public required MigrationOptions Options { get; init; }

    /// <summary>A keyspace of its own for history and lease; null for the migrated keyspace itself.</summary>
    public string? HistoryKeyspace { get; init; }

    /// <summary>Severity of lint rules by name; null switches a rule off.</summary>
    public required IReadOnlyDictionary<string, FindingSeverity?> Lint { get; init; }

    /// <summary>The variables as scripts see them: the configured ones and those of <c>keyspace</c> and <c>replication</c> that have a value.</summary>
    /// <param name="keyspace">The keyspace, as stored, without quotes; null when it is not known yet.</param>
    public IReadOnlyDictionary<string, string> ScriptVariables(string? keyspace)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> variable in Variables)
        {
            variables[variable.Key] = variable.Value;
        }

        if ((keyspace ?? Keyspace) is { } name)
        {
            variables["keyspace"] = name;
        }

        if (Replication is not null)
        {
            variables["replication"] = Replication;
        }

        return variables;
    }
}
