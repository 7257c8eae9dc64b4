using System.Management.Automation;
using ScyllaMigrations.Backup;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Writes schema and history of a keyspace into a file that only its owner can read. Reads the cluster only.</summary>
[Cmdlet(VerbsData.Backup, "ScyllaSchema", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(BackupResult))]
public sealed class BackupScyllaSchemaCommand : ClusterCmdlet
{
    /// <summary>The file; it must not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string BackupPath { get; set; } = "";

    private protected override void ProcessFolder(string folder)
    {
        string file = FilePath(BackupPath);
        if (ShouldProcess(file, "Write a backup of schema and history"))
        {
            WriteObject(WithTarget(folder, (target, token) => target.Manager.BackupAsync(file, token)));
        }
    }
}
