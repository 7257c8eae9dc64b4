using System.Management.Automation;
using ScyllaMigrations.Execution;
using ScyllaMigrations.PowerShell.Completers;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Tells what was applied and taken back, when, by whom and how long it took; oldest first. Sends reads only.</summary>
[Cmdlet(VerbsCommon.Get, "ScyllaMigrationHistory", DefaultParameterSetName = "Path")]
[OutputType(typeof(HistoryRecord))]
public sealed class GetScyllaMigrationHistoryCommand : ClusterCmdlet
{
    /// <summary>Only these versions; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(VersionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Version { get; set; } = ["*"];

    private protected override void ProcessFolder(string folder)
    {
        NamePatterns versions = new(Version);
        foreach (HistoryRecord record in WithTarget(folder, (target, token) => target.Manager.GetHistoryAsync(token)))
        {
            if (versions.Match(record.Version))
            {
                WriteObject(record);
            }
        }
    }
}
