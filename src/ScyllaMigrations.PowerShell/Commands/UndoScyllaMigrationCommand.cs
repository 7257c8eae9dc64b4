using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using ScyllaMigrations.PowerShell.Completers;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Takes migrations back to a version. Asks always; what loses data needs -AllowDataLoss besides. With -WhatIf it shows the plan and sends nothing.</summary>
[Cmdlet(VerbsCommon.Undo, "ScyllaMigration", DefaultParameterSetName = "Path", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(MigrationResult))]
public sealed class UndoScyllaMigrationCommand : RunCmdlet
{
    /// <summary>The version to go back to; it stays applied.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(VersionCompleter))]
    [ValidateNotNull]
    public MigrationVersion? TargetVersion { get; set; }

    /// <summary>Takes all versions back.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    private protected override bool PinsPlan => true;

    private protected override void Begin()
    {
        base.Begin();
        if ((TargetVersion is null) == !All)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, "Give the version to go back to by -TargetVersion, or -All to take all versions back.");
        }
    }

    private protected override Task<MigrationPlan> PlanAsync(MigrationManager manager, CancellationToken token) => manager.PlanRollbackAsync(TargetVersion, token);

    private protected override Task<MigrationResult> RunAsync(MigrationManager manager, RunConsent consent, IProgress<MigrationEvent> progress, CancellationToken token) =>
        manager.RollbackAsync(
            new RollbackRequest
            {
                Target = TargetVersion,
                ApprovedPlanHash = consent.ApprovedPlanHash,
                AllowDataLoss = consent.AllowDataLoss,
                BackupTo = consent.BackupTo,
                Timeout = consent.Timeout,
                Overrides = consent.Overrides,
            },
            progress,
            token);
}
