using System.Management.Automation;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Makes the files of a new migration, and enters them into migrations.sum where there is one. Never writes over a file.</summary>
[Cmdlet(VerbsCommon.New, "ScyllaMigration", DefaultParameterSetName = "Version", SupportsShouldProcess = true)]
[OutputType(typeof(ScaffoldResult))]
public sealed class NewScyllaMigrationCommand : ScyllaCmdlet
{
    private string? _folder;

    /// <summary>A few words: letters, digits, blanks, hyphens.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Description { get; set; } = "";

    /// <summary>The folder of migrations, made when it is not there; by default the folder "migrations" where it is there, else the current location.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Its version; by default the next minor one.</summary>
    [Parameter(ParameterSetName = "Version")]
    [ValidateNotNull]
    public MigrationVersion? Version { get; set; }

    /// <summary>Makes a migration without a version, which is applied after all versions whenever it changed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Repeatable")]
    public SwitchParameter Repeatable { get; set; }

    /// <summary>Makes a down script too; without one the way back is derived.</summary>
    [Parameter(ParameterSetName = "Version")]
    public SwitchParameter Down { get; set; }

    /// <summary>Makes a check script too.</summary>
    [Parameter]
    public SwitchParameter Check { get; set; }

    private protected override object? CurrentItem => _folder;

    private protected override void Process()
    {
        string folder = Path is null ? MigrationSetup.DefaultPath(SessionState.Path.CurrentFileSystemLocation.ProviderPath) : FilePath(Path);
        _folder = folder;
        ScaffoldRequest request = new(Description) { Version = Version, Repeatable = Repeatable, Down = Down, Check = Check };
        if (ShouldProcess(folder, $"Make the files of a new migration '{Description}'"))
        {
            WriteObject(Run(token => MigrationScaffold.CreateAsync(folder, request, token)));
        }
    }
}
