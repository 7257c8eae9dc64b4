using System;
using ScyllaMigrations.Configuration;

namespace ScyllaMigrations.Execution;

/// <summary>What a host knows before anything is read.</summary>
public sealed record MigrationSetupRequest
{
    /// <summary>The folder of the migrations as the user named it; null for <see cref="MigrationSetup.DefaultPath"/>.</summary>
    public string? Path { get; init; }

    /// <summary>The folder that stands for the current one; null for the process's own.</summary>
    public string? BaseDirectory { get; init; }

    /// <summary>What was given as parameters; they win over all else.</summary>
    public SettingsLayer Parameters { get; init; } = new();

    /// <summary>Gives an environment variable's value by its name; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The environment of the configuration file that is wanted; null for none.</summary>
    public string? Environment { get; init; }
}
