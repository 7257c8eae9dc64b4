using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Health;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>report FORMAT</c>: everything that is known, in one document.</summary>
internal static class ReportVerb
{
    private static readonly string[] Formats = ["json", "summary", "text", "markdown"];

    public static Verb Create()
    {
        Argument<string> format = new("format") { HelpName = "json|summary|text|markdown", Description = "What to write: all as JSON, verdicts and counts, all as text, all as Markdown." };
        format.Validators.Add(result =>
        {
            string text = result.Tokens.Count == 0 ? string.Empty : result.Tokens[0].Value;
            if (System.Array.IndexOf(Formats, text) < 0)
            {
                result.AddError($"'{text}' is not a format of report; expected json, summary, text or markdown.");
            }
        });
        return new Verb(new Command("report", "Everything that is known about the keyspace's migrations, in one document.") { format }, async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            MigrationReport report = await open.Manager.BuildReportAsync(cancellationToken);
            string wanted = run.Parse.GetRequiredValue(format);
            if (run.IsJson || wanted == "json")
            {
                run.Output.Raw(JsonReportWriter.Write(report));
            }
            else if (wanted == "markdown")
            {
                run.Output.Raw(MarkdownReportWriter.Write(MigrationReportDocument.Of(report)));
            }
            else
            {
                run.Output.Table(wanted == "summary" ? MigrationReportDocument.Summary(report) : MigrationReportDocument.Of(report));
            }

            return ExitCode.Done;
        });
    }
}
