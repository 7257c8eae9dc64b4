using System.Linq;
using System.Management.Automation;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.PowerShell.Sessions;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Shows the sessions that this runspace opened, the default one last.</summary>
[Cmdlet(VerbsCommon.Get, "ScyllaCluster")]
[OutputType(typeof(ScyllaSession))]
public sealed class GetScyllaClusterCommand : ScyllaCmdlet
{
    /// <summary>Only sessions to clusters of these names; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Cluster { get; set; } = ["*"];

    private protected override void Process()
    {
        NamePatterns names = new(Cluster);
        foreach (ScyllaSession session in SessionTable.ForRunspace().All.Where(session => names.Match(session.Cluster)))
        {
            WriteObject(session);
        }
    }
}
