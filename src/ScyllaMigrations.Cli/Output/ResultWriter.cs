using System;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Output;

/// <summary>Writes results to standard output and what is not a result to standard error.</summary>
internal sealed class ResultWriter(CliEnvironment environment, OutputFormat format, bool quiet, bool verbose)
{
    /// <summary>True when people read along: tables are wanted and shown.</summary>
    public bool ShowsTables => format == OutputFormat.Table && !quiet;

    /// <summary>True when progress may be drawn over itself.</summary>
    public bool ShowsProgress => environment.ErrorIsTerminal && !quiet;

    /// <summary>True when every event is told.</summary>
    public bool Verbose => verbose;

    /// <summary>Writes a verb's result: the one JSON document, or a table unless quiet.</summary>
    public void Show<T>(T result, Func<T, ReportDocument> document)
    {
        if (format == OutputFormat.Json)
        {
            environment.Output.Write(JsonReportWriter.Write(result));
        }
        else if (!quiet)
        {
            Table(document(result));
        }
    }

    /// <summary>Writes a table that is only meant for people; nothing in JSON or when quiet.</summary>
    public void Table(ReportDocument document)
    {
        if (ShowsTables)
        {
            environment.Output.Write(TextReportWriter.Write(document, environment.PageWidth, OutputStyle));
        }
    }

    /// <summary>Writes a verb's result whose text form is a script, which is written even when quiet, because it is what was asked for.</summary>
    public void Script<T>(T result, string script) => Raw(format == OutputFormat.Json ? JsonReportWriter.Write(result) : script);

    /// <summary>Writes a text that is itself the result, such as CQL, as it is.</summary>
    public void Raw(string text) => environment.Output.Write(text.EndsWith('\n') ? text : text + "\n");

    /// <summary>Tells something on standard error, unless quiet.</summary>
    public void Note(string text)
    {
        if (!quiet)
        {
            environment.Error.Write(text + "\n");
        }
    }

    /// <summary>Writes an error: for people on standard error, and as the JSON document where one is promised.</summary>
    public void Error(MigrationException exception)
    {
        ErrorText(exception);
        if (format == OutputFormat.Json)
        {
            environment.Output.Write(JsonReportWriter.Write(ErrorReport.Of(exception)));
        }
    }

    /// <summary>Writes an error for people only.</summary>
    public void ErrorText(MigrationException exception)
    {
        string text = Reporting.ErrorText.Write(exception);
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        environment.Error.Write(environment.ErrorInColour ? AnsiReportStyle.Instance.Apply(text[..end], ReportTone.Bad) + text[end..] : text);
        if (verbose && (exception.InnerException ?? (exception.Code == ErrorCodes.Unexpected ? exception : null)) is { } cause)
        {
            environment.Error.Write(cause + "\n");
        }
    }

    private IReportStyle OutputStyle => environment.OutputInColour ? AnsiReportStyle.Instance : PlainReportStyle.Instance;
}
