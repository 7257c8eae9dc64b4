using System.Management.Automation;
using ScyllaMigrations.Drift;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Gives the live schema as canonical CQL: same schema, same bytes; without ids, dates and the tool's own tables.</summary>
[Cmdlet(VerbsData.Export, "ScyllaSchema", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(SchemaExport))]
public sealed class ExportScyllaSchemaCommand : ExportCmdlet
{
    private protected override void ProcessFolder(string folder)
    {
        SchemaExport export = WithTarget(folder, (target, token) => target.Manager.ExportSchemaAsync(token));
        Deliver(export, export.Cql);
    }
}
