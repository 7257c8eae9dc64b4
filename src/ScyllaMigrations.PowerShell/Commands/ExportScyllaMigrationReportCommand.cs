using System.Management.Automation;
using ScyllaMigrations.Health;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Writes everything that is known about a keyspace's migrations in one document. Sends reads only.</summary>
[Cmdlet(VerbsData.Export, "ScyllaMigrationReport", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class ExportScyllaMigrationReportCommand : ExportCmdlet
{
    /// <summary>How to write it.</summary>
    [Parameter]
    public ReportKind Format { get; set; }

    private protected override void ProcessFolder(string folder)
    {
        MigrationReport report = WithTarget(folder, (target, token) => target.Manager.BuildReportAsync(token));
        string text = Format switch
        {
            ReportKind.Json => JsonReportWriter.Write(report),
            ReportKind.Markdown => MarkdownReportWriter.Write(MigrationReportDocument.Of(report)),
            ReportKind.Summary => TextReportWriter.Write(MigrationReportDocument.Summary(report)),
            _ => TextReportWriter.Write(MigrationReportDocument.Of(report)),
        };
        Deliver(text, text);
    }
}
