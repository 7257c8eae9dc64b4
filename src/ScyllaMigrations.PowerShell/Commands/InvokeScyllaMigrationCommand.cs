using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using ScyllaMigrations.PowerShell.Completers;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Applies pending migrations, or goes on with an interrupted run. With -WhatIf it shows the plan and sends nothing.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ScyllaMigration", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(MigrationResult))]
public sealed class InvokeScyllaMigrationCommand : RunCmdlet
{
    /// <summary>The version to reach; by default the newest.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(VersionCompleter))]
    [ValidateNotNull]
    public MigrationVersion? TargetVersion { get; set; }

    private protected override Task<MigrationPlan> PlanAsync(MigrationManager manager, CancellationToken token) => manager.PlanAsync(TargetVersion, token);

    private protected override Task<MigrationResult> RunAsync(MigrationManager manager, RunConsent consent, IProgress<MigrationEvent> progress, CancellationToken token) =>
        manager.MigrateAsync(
            new MigrateRequest
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
