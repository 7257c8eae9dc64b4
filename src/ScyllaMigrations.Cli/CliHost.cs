using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli.Commands;
using ScyllaMigrations.Cli.Interaction;
using ScyllaMigrations.Cli.Options;
using ScyllaMigrations.Cli.Output;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Cli;

/// <summary>The program without its process: parses the arguments, runs the verb, turns every error into a text and an exit code.</summary>
internal sealed class CliHost
{
    private const int HelpWidth = 110;

    private readonly CliEnvironment _environment;
    private readonly SharedOptions _options = new();
    private readonly RootCommand _root;

    public CliHost(CliEnvironment environment)
    {
        _environment = environment;
        _root = new RootCommand("Schema migrations for ScyllaDB and Apache Cassandra.");
        foreach (Option option in _options.All)
        {
            _root.Add(option);
        }

        foreach (Verb verb in Verbs.All())
        {
            verb.Command.SetAction((parse, cancellationToken) => RunVerbAsync(verb, parse, cancellationToken));
            _root.Add(verb.Command);
        }

        _root.SetAction(RunWithoutVerbAsync);
        if (_root.Options.OfType<HelpOption>().FirstOrDefault() is { } help)
        {
            help.Action = new HelpAction { MaxWidth = HelpWidth };
        }
    }

    /// <summary>Runs the program once and gives its exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        ParseResult parse = _root.Parse(args);
        try
        {
            if (parse.Errors.Count > 0)
            {
                throw CliErrors.Usage(string.Join("\n", parse.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)), VerbOf(parse));
            }

            // Signals and errors are this program's own business: both have a promised exit code.
            InvocationConfiguration configuration = new()
            {
                Output = _environment.Output,
                Error = _environment.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parse.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception exception)
        {
            MigrationException error = Translate(exception, cancellationToken);
            Writer(parse).Error(error);
            return (int)error.Code.ExitCode;
        }
    }

    private static MigrationException Translate(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        MigrationException known => known,
        OperationCanceledException when cancellationToken.IsCancellationRequested => new MigrationException(ErrorCodes.Cancelled, "cancelled", null, exception),
        _ => new MigrationException(ErrorCodes.Unexpected, $"{exception.GetType().Name}: {exception.Message}", null, exception),
    };

    private static string? VerbOf(ParseResult parse) =>
        parse.CommandResult.Command is RootCommand ? null : string.Join(' ', Names(parse.CommandResult).Reverse());

    private static IEnumerable<string> Names(SymbolResult? result)
    {
        for (; result is CommandResult { Command: not RootCommand } command; result = result.Parent)
        {
            yield return command.Command.Name;
        }
    }

    private async Task<int> RunVerbAsync(Verb verb, ParseResult parse, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        VerbRun run = new(_environment, _options, parse, Writer(parse));
        return (int)await verb.RunAsync(run, cancellationToken);
    }

    private async Task<int> RunWithoutVerbAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (_environment.Prompter is { } prompter && !parse.GetValue(_options.Batch))
        {
            string[] given = [.. parse.Tokens.Select(token => token.Value)];
            return await new Menu(prompter, args => new CliHost(_environment).RunAsync([.. args, .. given], cancellationToken)).RunAsync(cancellationToken);
        }

        _environment.Error.Write("error UsageInvalid: a verb is missing\n\n");
        InvocationConfiguration toError = new() { Output = _environment.Error, Error = _environment.Error, ProcessTerminationTimeout = null };
        await _root.Parse(["--help"]).InvokeAsync(toError, cancellationToken);
        if (FormatOf(parse) == OutputFormat.Json)
        {
            _environment.Output.Write(Reporting.JsonReportWriter.Write(Reporting.ErrorReport.Of(CliErrors.Usage("a verb is missing", null))));
        }

        return (int)ExitCode.Usage;
    }

    private ResultWriter Writer(ParseResult parse) => new(_environment, FormatOf(parse), Is(parse, _options.Quiet), Is(parse, _options.Verbose));

    // An error on the command line may be anywhere, so these are read without asking the parser for values.
    private OutputFormat FormatOf(ParseResult parse) =>
        parse.GetResult(_options.Output)?.Tokens is [{ Value: { } value }] && value.Equals("json", StringComparison.OrdinalIgnoreCase) ? OutputFormat.Json : OutputFormat.Table;

    private static bool Is(ParseResult parse, Option<bool> flag) => parse.GetResult(flag) is { Implicit: false };
}
