using System.Collections.Generic;
using System.Management.Automation;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.PowerShell.Completers;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Lists the migrations of folders: versions in their order, then repeatable ones by name. Needs no cluster.</summary>
[Cmdlet(VerbsCommon.Get, "ScyllaMigration", DefaultParameterSetName = "Path")]
[OutputType(typeof(CatalogEntry))]
public sealed class GetScyllaMigrationCommand : CatalogCmdlet
{
    /// <summary>Only these versions, or "R:name" for repeatable ones; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(VersionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Version { get; set; } = ["*"];

    private protected override void ProcessFolder(string folder)
    {
        NamePatterns versions = new(Version);
        SettingsLayer parameters = Parameters();
        IReadOnlyList<CatalogEntry> entries = Run(async token =>
        {
            MigrationSetup setup = await ReadSetupAsync(folder, parameters, EnvironmentName, token).ConfigureAwait(false);
            MigrationCatalog catalog = await LoadCatalogAsync(setup, token).ConfigureAwait(false);
            return CatalogEntry.Of(catalog.Migrations, catalog.Path);
        });
        foreach (CatalogEntry entry in entries)
        {
            if (versions.Match(entry.Version))
            {
                WriteObject(entry);
            }
        }
    }
}
