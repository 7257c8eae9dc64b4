using System.Management.Automation;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Health;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Checks whether migrations can be relied on here: version, agreement, lease, history, drift, nodes, each with its reason. Sends reads only.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ScyllaMigrationHealth", DefaultParameterSetName = "Path")]
[OutputType(typeof(HealthReport), typeof(bool))]
public sealed class TestScyllaMigrationHealthCommand : ClusterCmdlet
{
    /// <summary>Answers true or false instead of a result, and writes no error for what is not healthy.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void ProcessFolder(string folder)
    {
        HealthReport report = WithTarget(folder, (target, token) => target.Manager.CheckHealthAsync(token));
        if (Quiet)
        {
            WriteObject(report.Healthy);
            return;
        }

        WriteObject(report);
        if (!report.Healthy)
        {
            throw new MigrationException(ErrorCodes.Unhealthy, report.Message) { Subject = report.Keyspace };
        }
    }
}
