using System.Management.Automation;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Linting;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Parses every script of folders and simulates their whole chains. Needs no cluster.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ScyllaMigration", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(LintReport), typeof(bool))]
public sealed class TestScyllaMigrationCommand : CatalogCmdlet
{
    /// <summary>Answers true or false instead of a result, and writes no error for migrations that are not valid.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Writes migrations.sum anew from the files first.</summary>
    [Parameter]
    public SwitchParameter UpdateSum { get; set; }

    private protected override void ProcessFolder(string folder)
    {
        if (UpdateSum && ShouldProcess(folder, "Write migrations.sum anew"))
        {
            Run(token => MigrationScaffold.UpdateSumAsync(folder, token));
        }

        SettingsLayer parameters = Parameters();
        LintResult result = Run(async token =>
        {
            MigrationSetup setup = await ReadSetupAsync(folder, parameters, EnvironmentName, token).ConfigureAwait(false);
            return await OfflineLint.RunAsync(setup, token).ConfigureAwait(false);
        });
        LintReport report = LintReport.Of(result);
        if (Quiet)
        {
            WriteObject(report.Valid);
            return;
        }

        WriteObject(report);
        if (!report.Valid)
        {
            throw new MigrationException(ErrorCodes.MigrationsInvalid, report.Message, result.Findings) { Subject = folder };
        }
    }
}
