using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Configuration;

/// <summary>Settings from one place: the parameters of a call, the environment variables, a file, an environment of the file. What is null is not set there.</summary>
public sealed record SettingsLayer
{
    private static readonly Dictionary<string, string> NoVariables = [];
    private static readonly Dictionary<string, FindingSeverity?> NoLint = [];

    /// <summary>The keyspace.</summary>
    public string? Keyspace { get; init; }

    /// <summary>Replication of a keyspace that has to be created, as CQL map literal.</summary>
    public string? Replication { get; init; }

    /// <summary>The dialect, instead of asking the cluster.</summary>
    public CqlDialect? Dialect { get; init; }

    /// <summary>The least version that the program works with.</summary>
    public MigrationVersion? MinimumVersion { get; init; }

    /// <summary>Values of variables by name.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = NoVariables;

    /// <summary>An embedded cluster's file.</summary>
    public string? Embedded { get; init; }

    /// <summary>Host names or addresses, each with an optional <c>:port</c>.</summary>
    public IReadOnlyList<string>? ContactPoints { get; init; }

    /// <summary>Port of contact points without one.</summary>
    public int? Port { get; init; }

    /// <summary>The data centre to prefer.</summary>
    public string? LocalDataCenter { get; init; }

    /// <summary>Database user.</summary>
    public string? Username { get; init; }

    /// <summary>Its password.</summary>
    public Secret? Password { get; init; }

    /// <summary>Whether to connect by TLS.</summary>
    public bool? Tls { get; init; }

    /// <summary>File with the certificates of trusted authorities (PEM).</summary>
    public string? TlsCaFile { get; init; }

    /// <summary>File with the client's certificate and key (PKCS #12).</summary>
    public string? TlsCertificateFile { get; init; }

    /// <summary>That file's password.</summary>
    public Secret? TlsCertificatePassword { get; init; }

    /// <summary>Whether to accept any server certificate.</summary>
    public bool? TlsSkipVerify { get; init; }

    /// <summary>See <see cref="MigrationOptions.AutoMigrate"/>.</summary>
    public bool? AutoMigrate { get; init; }

    /// <summary>See <see cref="MigrationOptions.MigrationTimeout"/>.</summary>
    public TimeSpan? MigrationTimeout { get; init; }

    /// <summary>See <see cref="MigrationOptions.ValidateSchema"/>.</summary>
    public bool? ValidateSchema { get; init; }

    /// <summary>See <see cref="MigrationOptions.AllowDowngrade"/>.</summary>
    public bool? AllowDowngrade { get; init; }

    /// <summary>See <see cref="MigrationOptions.BackupBeforeMigration"/>.</summary>
    public bool? BackupBeforeMigration { get; init; }

    /// <summary>A keyspace of its own for history and lease.</summary>
    public string? HistoryKeyspace { get; init; }

    /// <summary>Severity of lint rules by name; null switches a rule off.</summary>
    public IReadOnlyDictionary<string, FindingSeverity?> Lint { get; init; } = NoLint;

    /// <summary>This layer, with what it does not set taken from the one below. Variables and lint rules are merged name by name.</summary>
    /// <param name="below">The layer of lower precedence.</param>
    public SettingsLayer Over(SettingsLayer below)
    {
        // Naming a cluster one way hides a cluster named the other way further down.
        bool namesCluster = Embedded is not null || ContactPoints is not null;
        return below with
        {
            Keyspace = Keyspace ?? below.Keyspace,
            Replication = Replication ?? below.Replication,
            Dialect = Dialect ?? below.Dialect,
            MinimumVersion = MinimumVersion ?? below.MinimumVersion,
            Variables = Merge(Variables, below.Variables),
            Embedded = namesCluster ? Embedded : below.Embedded,
            ContactPoints = namesCluster ? ContactPoints : below.ContactPoints,
            Port = Port ?? below.Port,
            LocalDataCenter = LocalDataCenter ?? below.LocalDataCenter,
            Username = Username ?? below.Username,
            Password = Password ?? below.Password,
            Tls = Tls ?? below.Tls,
            TlsCaFile = TlsCaFile ?? below.TlsCaFile,
            TlsCertificateFile = TlsCertificateFile ?? below.TlsCertificateFile,
            TlsCertificatePassword = TlsCertificatePassword ?? below.TlsCertificatePassword,
            TlsSkipVerify = TlsSkipVerify ?? below.TlsSkipVerify,
            AutoMigrate = AutoMigrate ?? below.AutoMigrate,
            MigrationTimeout = MigrationTimeout ?? below.MigrationTimeout,
            ValidateSchema = ValidateSchema ?? below.ValidateSchema,
            AllowDowngrade = AllowDowngrade ?? below.AllowDowngrade,
            BackupBeforeMigration = BackupBeforeMigration ?? below.BackupBeforeMigration,
            HistoryKeyspace = HistoryKeyspace ?? below.HistoryKeyspace,
            Lint = Merge(Lint, below.Lint),
        };
    }

    private static IReadOnlyDictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> above, IReadOnlyDictionary<string, T> below) =>
        above.Count == 0 ? below
        : below.Count == 0 ? above
        : above.Concat(below.Where(pair => !above.ContainsKey(pair.Key))).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
