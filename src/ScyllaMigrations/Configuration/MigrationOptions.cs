using System;

namespace ScyllaMigrations.Configuration;

/// <summary>How a program treats its schema when it starts.</summary>
public sealed record MigrationOptions
{
    /// <summary>Apply what is pending. Default true.</summary>
    public bool AutoMigrate { get; init; } = true;

    /// <summary>How long a whole run may take, waiting for the lease included. Default five minutes.</summary>
    public TimeSpan MigrationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Compare the live schema with the predicted one. Default true.</summary>
    public bool ValidateSchema { get; init; } = true;

    /// <summary>Take newer versions back when the schema is newer than the newest migration. Default false.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>Write a backup of schema and history before anything changes. Default false.</summary>
    public bool BackupBeforeMigration { get; init; }

    /// <summary>Options from environment variables, defaults where none is set.</summary>
    /// <param name="variable">Gives an environment variable's value by its name; null when it is not set.</param>
    /// <exception cref="Diagnostics.MigrationException">ConfigurationInvalid: a variable has a wrong value; the message names each.</exception>
    public static MigrationOptions FromEnvironment(Func<string, string?> variable) =>
        SettingsResolver.Resolve(new SettingsLayer(), EnvironmentVariables.Read(variable), null, null).Options;
}
