using System.Management.Automation;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using ScyllaMigrations.PowerShell.Completers;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Shows what Invoke-ScyllaMigration would do, or with -Undo what Undo-ScyllaMigration would do, with the hash that approves exactly that. Sends reads only.</summary>
[Cmdlet(VerbsCommon.Get, "ScyllaMigrationPlan", DefaultParameterSetName = "Path")]
[OutputType(typeof(PlanReport))]
public sealed class GetScyllaMigrationPlanCommand : ClusterCmdlet
{
    /// <summary>The version to reach; by default the newest, with -Undo before the first.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(VersionCompleter))]
    [ValidateNotNull]
    public MigrationVersion? TargetVersion { get; set; }

    /// <summary>Plans the way back.</summary>
    [Parameter]
    public SwitchParameter Undo { get; set; }

    private protected override void ProcessFolder(string folder) =>
        WriteObject(WithTarget(folder, async (target, token) =>
        {
            MigrationPlan plan = Undo
                ? await target.Manager.PlanRollbackAsync(TargetVersion, token).ConfigureAwait(false)
                : await target.Manager.PlanAsync(TargetVersion, token).ConfigureAwait(false);
            return PlanReport.Of(plan, target.Cluster, target.Folder);
        }));
}
