using System.Management.Automation;
using ScyllaMigrations.Execution;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Tells where keyspaces stand against their migrations. Sends reads only.</summary>
[Cmdlet(VerbsCommon.Get, "ScyllaSchemaStatus", DefaultParameterSetName = "Path")]
[OutputType(typeof(SchemaStatus))]
public sealed class GetScyllaSchemaStatusCommand : ClusterCmdlet
{
    private protected override void ProcessFolder(string folder) =>
        WriteObject(WithTarget(folder, (target, token) => target.Manager.GetStatusAsync(token)));
}
