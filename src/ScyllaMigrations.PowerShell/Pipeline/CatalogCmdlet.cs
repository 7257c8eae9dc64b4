using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.PowerShell.Completers;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>A cmdlet that works on folders of migrations, one after the other.</summary>
public abstract class CatalogCmdlet : ScyllaCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private string? _folder;

    private protected CatalogCmdlet()
    {
    }

    /// <summary>Folders of migrations; wildcards are allowed. By default the folder "migrations" where it is there, else the current location.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("PSPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Folders of migrations, taken as they are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The keyspace that the migrations belong to; by default the configured one, else the only one that they create.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(KeyspaceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Keyspace { get; set; }

    /// <summary>The environment of scylla-migrations.json whose settings hold.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EnvironmentName { get; set; }

    /// <summary>Values of variables in scripts: @{ name = 'value' }.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Variable { get; set; } = [];

    /// <summary>Server and version to plan for, such as cassandra-5.0, instead of the one that is configured or found by asking.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DialectCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Dialect { get; set; }

    private protected override object? CurrentItem => _folder;

    private protected sealed override void Process()
    {
        foreach (string folder in Folders())
        {
            _folder = folder;
            Guarded(() => ProcessFolder(folder), WriteError);
        }
    }

    /// <summary>Works on one folder.</summary>
    /// <param name="folder">A path of the file system, absolute.</param>
    private protected abstract void ProcessFolder(string folder);

    /// <summary>The settings that this call's parameters set.</summary>
    private protected virtual SettingsLayer Parameters() => new()
    {
        Keyspace = Keyspace,
        Dialect = Dialect is null ? null : DialectOf(Dialect),
        Variables = Variable.Cast<DictionaryEntry>()
            .ToDictionary(entry => LanguagePrimitives.ConvertTo<string>(entry.Key), entry => LanguagePrimitives.ConvertTo<string>(entry.Value), StringComparer.Ordinal),
    };

    /// <summary>Reads the settings that hold for a folder.</summary>
    private protected static Task<MigrationSetup> ReadSetupAsync(string folder, SettingsLayer parameters, string? environment, CancellationToken cancellationToken) =>
        MigrationSetup.ReadAsync(
            new MigrationSetupRequest { Path = folder, Parameters = parameters, Environment = environment, Variable = System.Environment.GetEnvironmentVariable },
            cancellationToken);

    /// <summary>Reads a folder's migrations; what is odd about them is a warning.</summary>
    private protected async Task<MigrationCatalog> LoadCatalogAsync(MigrationSetup setup, CancellationToken cancellationToken)
    {
        MigrationCatalog catalog = await setup.LoadCatalogAsync(cancellationToken).ConfigureAwait(false);
        foreach (Finding warning in catalog.Warnings)
        {
            Warn(warning.ToString());
        }

        return catalog;
    }

    private IEnumerable<string> Folders()
    {
        if (LiteralPath is not null)
        {
            return LiteralPath.Select(FilePath);
        }

        return Path is null
            ? [MigrationSetup.DefaultPath(SessionState.Path.CurrentFileSystemLocation.ProviderPath)]
            : Path.SelectMany(Expand);
    }

    // A path that exists as it is written is meant so, also when it holds brackets: it may come from the pipeline.
    private IEnumerable<string> Expand(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path) || System.IO.Directory.Exists(FilePath(path)))
        {
            return [FilePath(path)];
        }

        Collection<string> found = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
        string[] folders = provider.Name == FileSystem ? [.. found.Where(System.IO.Directory.Exists)] : [];
        return folders.Length > 0
            ? folders
            : throw new MigrationException(
                ErrorCodes.DirectoryNotFound, $"No folder matches '{path}'.") { Subject = path };
    }
}
