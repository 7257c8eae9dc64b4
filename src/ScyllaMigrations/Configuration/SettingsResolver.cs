using System;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Configuration;

/// <summary>Lays settings over one another: parameter, environment variable, configuration file, default.</summary>
public static class SettingsResolver
{
    private static readonly string[] ReservedVariables = ["keyspace", "replication"];

    /// <summary>The settings that hold.</summary>
    /// <param name="parameters">What the caller gave.</param>
    /// <param name="environmentVariables">See <see cref="EnvironmentVariables.Read"/>.</param>
    /// <param name="file">The configuration file; null when there is none.</param>
    /// <param name="environment">The environment of the file that is wanted; null for none.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid: the environment is not in the file, or settings contradict each other.</exception>
    public static EffectiveSettings Resolve(SettingsLayer parameters, SettingsLayer environmentVariables, ConfigurationFile? file, string? environment)
    {
        SettingsLayer merged = parameters.Over(environmentVariables).Over(OfFile(file, environment));
        if (merged.Embedded is not null && merged.ContactPoints is not null)
        {
            throw Invalid("An embedded cluster and contact points are both given; a run has one cluster.");
        }

        if (ReservedVariables.FirstOrDefault(merged.Variables.ContainsKey) is { } reserved)
        {
            throw Invalid($"The variable '{reserved}' always has the value of the setting \"{reserved}\"; set that instead.");
        }

        bool tls = merged.Tls ?? (merged.TlsCaFile ?? merged.TlsCertificateFile) is not null;
        MigrationOptions defaults = new();
        return new EffectiveSettings
        {
            Keyspace = merged.Keyspace,
            Replication = merged.Replication,
            Dialect = merged.Dialect,
            MinimumVersion = merged.MinimumVersion,
            Variables = merged.Variables,
            Embedded = merged.Embedded,
            Cluster = merged.ContactPoints is null ? null : ClusterOf(merged),
            Tls = tls
                ? new TlsSettings
                {
                    CaFile = merged.TlsCaFile,
                    CertificateFile = merged.TlsCertificateFile,
                    CertificatePassword = merged.TlsCertificatePassword,
                    SkipVerify = merged.TlsSkipVerify ?? false,
                }
                : null,
            Options = new MigrationOptions
            {
                AutoMigrate = merged.AutoMigrate ?? defaults.AutoMigrate,
                MigrationTimeout = merged.MigrationTimeout ?? defaults.MigrationTimeout,
                ValidateSchema = merged.ValidateSchema ?? defaults.ValidateSchema,
                AllowDowngrade = merged.AllowDowngrade ?? defaults.AllowDowngrade,
                BackupBeforeMigration = merged.BackupBeforeMigration ?? defaults.BackupBeforeMigration,
            },
            HistoryKeyspace = merged.HistoryKeyspace,
            Lint = merged.Lint,
        };
    }

    private static SettingsLayer OfFile(ConfigurationFile? file, string? environment)
    {
        if (environment is null)
        {
            return file?.Settings ?? new SettingsLayer();
        }

        if (file is null)
        {
            throw Invalid($"The environment '{environment}' is wanted, but there is no {ConfigurationFile.Name}.");
        }

        if (!file.Environments.TryGetValue(environment, out SettingsLayer? layer))
        {
            string known = file.Environments.Count == 0
                ? "it has none"
                : "it has " + string.Join(", ", file.Environments.Keys.OrderBy(name => name, StringComparer.Ordinal));
            throw Invalid($"The environment '{environment}' is not in {file.Path}; {known}.");
        }

        return layer.Over(file.Settings);
    }

    private static ClusterOptions ClusterOf(SettingsLayer merged)
    {
        ClusterOptions options = new()
        {
            ContactPoints = merged.ContactPoints!,
            LocalDataCenter = merged.LocalDataCenter,
            Username = merged.Username,
            Password = merged.Password,
            Dialect = merged.Dialect?.Name,
        };
        return merged.Port is { } port ? options with { Port = port } : options;
    }

    private static MigrationException Invalid(string message) => new(ErrorCodes.ConfigurationInvalid, message);
}
