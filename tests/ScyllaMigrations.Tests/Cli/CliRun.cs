using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli;
using ScyllaMigrations.Cli.Interaction;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>One call of the program inside this process, with what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<CliRun> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string>(), null, CancellationToken.None, args);

    public static async Task<CliRun> RunAsync(
        IReadOnlyDictionary<string, string> variables, IPrompter? prompter, CancellationToken cancellationToken, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = new()
        {
            Output = output,
            Error = error,
            Variables = variables,
            Prompter = prompter,
            OutputIsTerminal = prompter is not null,
            ErrorIsTerminal = prompter is not null,
            TerminalWidth = prompter is not null ? 120 : 0,
        };
        int exitCode = await Program.RunAsync(args, environment, cancellationToken);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
