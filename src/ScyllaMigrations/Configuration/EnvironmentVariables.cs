using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Configuration;

/// <summary>The environment variables that settings may come from. An empty value counts as not set.</summary>
public static class EnvironmentVariables
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "SCYLLADB_AUTO_MIGRATE", "SCYLLADB_MIGRATION_TIMEOUT", "SCYLLADB_VALIDATE_SCHEMA", "SCYLLADB_ALLOW_DOWNGRADE",
        "SCYLLADB_BACKUP_BEFORE_MIGRATION", "SCYLLADB_CONTACT_POINTS", "SCYLLADB_PORT", "SCYLLADB_KEYSPACE", "SCYLLADB_LOCAL_DC",
        "SCYLLADB_USERNAME", "SCYLLADB_PASSWORD", "SCYLLADB_TLS", "SCYLLADB_TLS_CA_FILE", "SCYLLADB_TLS_CERTIFICATE_FILE",
        "SCYLLADB_TLS_CERTIFICATE_PASSWORD", "SCYLLADB_TLS_SKIP_VERIFY",
    ];

    /// <summary>Reads them.</summary>
    /// <param name="variable">Gives a variable's value by its name; null when it is not set.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid: one or more have a wrong value; the message names each.</exception>
    public static SettingsLayer Read(Func<string, string?> variable)
    {
        Reader reader = new(variable);
        SettingsLayer layer = new()
        {
            AutoMigrate = reader.Boolean("SCYLLADB_AUTO_MIGRATE"),
            MigrationTimeout = reader.Duration("SCYLLADB_MIGRATION_TIMEOUT"),
            ValidateSchema = reader.Boolean("SCYLLADB_VALIDATE_SCHEMA"),
            AllowDowngrade = reader.Boolean("SCYLLADB_ALLOW_DOWNGRADE"),
            BackupBeforeMigration = reader.Boolean("SCYLLADB_BACKUP_BEFORE_MIGRATION"),
            ContactPoints = reader.List("SCYLLADB_CONTACT_POINTS"),
            Port = reader.Port("SCYLLADB_PORT"),
            Keyspace = reader.Text("SCYLLADB_KEYSPACE"),
            LocalDataCenter = reader.Text("SCYLLADB_LOCAL_DC"),
            Username = reader.Text("SCYLLADB_USERNAME"),
            Password = reader.Secret("SCYLLADB_PASSWORD"),
            Tls = reader.Boolean("SCYLLADB_TLS"),
            TlsCaFile = reader.Text("SCYLLADB_TLS_CA_FILE"),
            TlsCertificateFile = reader.Text("SCYLLADB_TLS_CERTIFICATE_FILE"),
            TlsCertificatePassword = reader.Secret("SCYLLADB_TLS_CERTIFICATE_PASSWORD"),
            TlsSkipVerify = reader.Boolean("SCYLLADB_TLS_SKIP_VERIFY"),
        };
        return reader.Faults.Count == 0
            ? layer
            : throw new MigrationException(ErrorCodes.ConfigurationInvalid, string.Join("\n", reader.Faults)) { Subject = reader.FirstFault };
    }

    private sealed class Reader(Func<string, string?> variable)
    {
        public List<string> Faults { get; } = [];

        public string? FirstFault { get; private set; }

        public string? Text(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        // Blanks at the ends of a password may be meant.
        public Secret? Secret(string name) => variable(name) is { Length: > 0 } value ? new Secret(value) : null;

        public bool? Boolean(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            switch (text.ToLowerInvariant())
            {
                case "true" or "1" or "yes":
                    return true;
                case "false" or "0" or "no":
                    return false;
                default:
                    Fault(name, text, "expected true, false, 1, 0, yes or no");
                    return null;
            }
        }

        public TimeSpan? Duration(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (Durations.TryParse(text, out TimeSpan duration) && duration > TimeSpan.Zero)
            {
                return duration;
            }

            Fault(name, text, Durations.Expected);
            return null;
        }

        public int? Port(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535)
            {
                return port;
            }

            Fault(name, text, "expected a port from 1 to 65535");
            return null;
        }

        public string[]? List(string name)
        {
            string[] items = [.. (Text(name) ?? string.Empty).Split(',', ';', ' ').Where(item => item.Length > 0)];
            return items.Length == 0 ? null : items;
        }

        private void Fault(string name, string value, string expected)
        {
            Faults.Add($"The environment variable {name} is '{value}'; {expected}.");
            FirstFault ??= name;
        }
    }
}
