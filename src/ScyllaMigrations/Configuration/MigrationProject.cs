using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Configuration;

/// <summary>A folder of migrations with the settings that hold for it.</summary>
/// <param name="Folder">The folder, as the user named it.</param>
/// <param name="Settings">Parameters, environment variables and the folder's configuration file, laid over the defaults.</param>
public sealed record MigrationProject(string Folder, EffectiveSettings Settings)
{
    private const string UsualFolder = "migrations";

    /// <summary>The folder that is meant when none is named: <c>migrations</c> where it is there, else the current one.</summary>
    /// <param name="currentFolder">The current folder of the host.</param>
    public static string DefaultFolder(string currentFolder) =>
        Directory.Exists(Path.Combine(currentFolder, UsualFolder)) ? Path.Combine(currentFolder, UsualFolder) : currentFolder;

    /// <summary>Reads the settings of a folder. The migrations themselves are read by <see cref="LoadCatalogAsync"/>, so that a cluster can be chosen without them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="parameters">What the caller gave.</param>
    /// <param name="environment">The environment of the configuration file that is wanted; null for none.</param>
    /// <param name="variable">Reads environment variables.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid.</exception>
    public static async Task<MigrationProject> LoadAsync(
        string folder, SettingsLayer parameters, string? environment, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        ConfigurationFile? file = await ConfigurationFile.LoadAsync(folder, cancellationToken).ConfigureAwait(false);
        return new MigrationProject(folder, SettingsResolver.Resolve(parameters, EnvironmentVariables.Read(variable), file, environment));
    }

    /// <summary>Reads the folder's migrations; a variable without a value is found here already.</summary>
    /// <exception cref="MigrationException">DirectoryNotFound, MigrationsInvalid.</exception>
    public Task<MigrationCatalog> LoadCatalogAsync(CancellationToken cancellationToken) =>
        MigrationCatalog.LoadAsync(Folder, new CatalogOptions { KnownVariables = [.. Settings.Variables.Keys, "keyspace", "replication"] }, cancellationToken);
}
