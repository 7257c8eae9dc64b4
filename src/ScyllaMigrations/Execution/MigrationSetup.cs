using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Folder, settings and catalog of a run as every host finds them: parameters over environment variables over the configuration file over defaults.</summary>
public sealed class MigrationSetup
{
    private const string DefaultFolder = "migrations";

    // Where builds run, the user of the operating system is always the same; these name the person behind it.
    private static readonly string[] ActorVariables = ["GITHUB_ACTOR", "GITLAB_USER_LOGIN", "BUILD_REQUESTEDFOR"];

    private MigrationSetup(string path, EffectiveSettings settings, Func<string, string?> variable)
    {
        Path = path;
        Settings = settings;
        Actor = ActorVariables.Select(variable).FirstOrDefault(actor => !string.IsNullOrWhiteSpace(actor)) ?? System.Environment.UserName;
    }

    /// <summary>The folder of the migrations, as the user named it.</summary>
    public string Path { get; }

    /// <summary>The settings that hold.</summary>
    public EffectiveSettings Settings { get; }

    /// <summary>Who runs this: the CI system's actor, else the user of the operating system.</summary>
    public string Actor { get; }

    /// <summary>The folder that is meant when none is named: <c>migrations</c> where it exists, else the current folder.</summary>
    /// <param name="baseDirectory">The folder that stands for the current one; null for the process's own.</param>
    public static string DefaultPath(string? baseDirectory)
    {
        string folder = baseDirectory is null ? DefaultFolder : System.IO.Path.Combine(baseDirectory, DefaultFolder);
        return Directory.Exists(folder) ? folder : baseDirectory ?? ".";
    }

    /// <summary>Reads the configuration file of the folder and lays all settings over one another.</summary>
    /// <exception cref="Diagnostics.MigrationException">ConfigurationInvalid: a setting is wrong; each is named with its place.</exception>
    public static async Task<MigrationSetup> ReadAsync(MigrationSetupRequest request, CancellationToken cancellationToken)
    {
        string path = request.Path ?? DefaultPath(request.BaseDirectory);
        ConfigurationFile? file = await ConfigurationFile.LoadAsync(path, cancellationToken).ConfigureAwait(false);
        EffectiveSettings settings = SettingsResolver.Resolve(request.Parameters, EnvironmentVariables.Read(request.Variable), file, request.Environment);
        return new MigrationSetup(path, settings, request.Variable);
    }

    /// <summary>Reads the migrations of the folder.</summary>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <param name="registered">Migrations registered in code, to be mixed with the files; null for none.</param>
    /// <param name="ignoreSum">True to leave migrations.sum unread, for the commands that rewrite it.</param>
    /// <exception cref="Diagnostics.MigrationException">DirectoryNotFound, MigrationsInvalid.</exception>
    public Task<MigrationCatalog> LoadCatalogAsync(CancellationToken cancellationToken, IReadOnlyList<Migration>? registered = null, bool ignoreSum = false) =>
        MigrationCatalog.LoadAsync(
            Path,
            new CatalogOptions
            {
                KnownVariables = [.. Settings.Variables.Keys, "keyspace", "replication"],
                Registered = registered ?? [],
                IgnoreSum = ignoreSum,
            },
            cancellationToken);

    /// <summary>The options of a manager under these settings.</summary>
    public MigrationManagerOptions ManagerOptions() =>
        new()
        {
            Keyspace = Settings.Keyspace,
            Replication = Settings.Replication,
            Variables = Settings.Variables,
            MinimumVersion = Settings.MinimumVersion,
            HistoryKeyspace = Settings.HistoryKeyspace,
            Timeout = Settings.Options.MigrationTimeout,
            Actor = Actor,
            Host = System.Environment.MachineName,
            ToolVersion = typeof(MigrationSetup).Assembly.GetName().Version?.ToString(3),
        };
}
