using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Planning;
using ScyllaMigrations.PowerShell.Sessions;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>A cmdlet that changes a keyspace: it makes the plan, asks with it, and runs what was asked for.</summary>
public abstract class RunCmdlet : ClusterCmdlet
{
    private const int PageWidth = 100;

    private protected RunCmdlet()
    {
    }

    /// <summary>The approved plan of Get-ScyllaMigrationPlan, or its hash: exactly that plan runs, its losses included, or none.</summary>
    [Parameter]
    [Alias("Plan")]
    [PlanHashTransformation]
    [ValidateNotNullOrEmpty]
    public string? ApprovedPlanHash { get; set; }

    /// <summary>Consents to losing data.</summary>
    [Parameter]
    public SwitchParameter AllowDataLoss { get; set; }

    /// <summary>Writes a backup of schema and history before anything is sent.</summary>
    [Parameter]
    public SwitchParameter BackupFirst { get; set; }

    /// <summary>The file of the backup; by default one named after keyspace and time in the current location.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BackupPath { get; set; }

    /// <summary>How long the whole run may take, waiting for the lease included: a TimeSpan, or a text such as 300s or 5m.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan Timeout { get; set; }

    /// <summary>Refusals to override, by the name that the refusal shows, each with a reason that goes into history: @{ name = 'reason' }.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable Override { get; set; } = [];

    /// <summary>Whether exactly the plan that was asked about has to run, rather than whatever is needed once the lease is won.</summary>
    private protected virtual bool PinsPlan => false;

    private protected sealed override void ProcessFolder(string folder) => WithTarget(folder, target =>
    {
        MigrationPlan plan = Run(token => PlanAsync(target.Manager, token));
        PlanReport report = PlanReport.Of(plan, target.Cluster, folder);
        string shown = $"{Caption(report)}\n\n{TextReportWriter.Write(PlanDocument.Of(report), PageWidth).TrimEnd()}\n";
        if (ShouldProcess(shown, shown + "\nRun this plan?", Caption(report)))
        {
            RunPlan(target, report);
        }
    });

    /// <summary>Makes the plan that is asked about.</summary>
    private protected abstract Task<MigrationPlan> PlanAsync(MigrationManager manager, CancellationToken token);

    /// <summary>Runs it.</summary>
    private protected abstract Task<MigrationResult> RunAsync(MigrationManager manager, RunConsent consent, IProgress<MigrationEvent> progress, CancellationToken token);

    private static string Caption(PlanReport plan) => $"{(plan.Direction == nameof(PlanDirection.Up) ? "Migrate" : "Take back")} {plan.Keyspace} on {plan.Cluster}";

    private void RunPlan(MigrationTarget target, PlanReport plan)
    {
        // Who is asked always is asked about this very plan. Its hash would consent to losses too, so it stands in only where there are none or they are allowed.
        string? confirmed = PinsPlan && (!plan.LosesData || AllowDataLoss) ? plan.PlanHash : null;
        RunConsent consent = new(
            ApprovedPlanHash ?? confirmed,
            AllowDataLoss,
            BackupFile(target, plan),
            Timeout == TimeSpan.Zero ? null : Timeout,
            Override.Cast<DictionaryEntry>().ToDictionary(
                entry => LanguagePrimitives.ConvertTo<string>(entry.Key), entry => LanguagePrimitives.ConvertTo<string>(entry.Value), StringComparer.Ordinal));
        RunDisplay display = new(this, Post);
        MigrationResult result;
        try
        {
            result = Run(token => RunAsync(target.Manager, consent, display, token));
        }
        finally
        {
            display.Complete();
        }

        WriteObject(result);
    }

    private string? BackupFile(MigrationTarget target, PlanReport plan)
    {
        bool wanted = MyInvocation.BoundParameters.ContainsKey(nameof(BackupFirst)) ? BackupFirst : target.Options.BackupBeforeMigration;
        return BackupPath is not null ? FilePath(BackupPath)
            : wanted ? FilePath(string.Format(CultureInfo.InvariantCulture, "{0}-{1:yyyyMMdd'T'HHmmss'Z'}.backup.json", plan.Keyspace, SystemClock.Instance.UtcNow))
            : null;
    }
}
