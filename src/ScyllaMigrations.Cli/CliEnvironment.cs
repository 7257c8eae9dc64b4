using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cli.Interaction;

namespace ScyllaMigrations.Cli;

/// <summary>All that the program takes from the process it runs in, so that it can be run inside another one.</summary>
internal sealed record CliEnvironment
{
    private const int NarrowestPage = 80;
    private const int WidestPage = 120;
    private const int UnknownPage = 100;

    /// <summary>Results go here, and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Errors, warnings, progress and questions go here.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Asks the person at the terminal; null where there is nobody to ask.</summary>
    public IPrompter? Prompter { get; init; }

    /// <summary>True when results are shown in a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>True when errors and progress are shown in a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of the terminal in characters; 0 when there is none.</summary>
    public int TerminalWidth { get; init; }

    /// <summary>Time.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>The width to which results are laid out.</summary>
    public int PageWidth => OutputIsTerminal && TerminalWidth > 0 ? Math.Clamp(TerminalWidth, NarrowestPage, WidestPage) : UnknownPage;

    /// <summary>True when results may carry colour: see https://no-color.org.</summary>
    public bool OutputInColour => OutputIsTerminal && InColour;

    /// <summary>True when errors may carry colour.</summary>
    public bool ErrorInColour => ErrorIsTerminal && InColour;

    private bool InColour => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public string? Variable(string name) => Variables.TryGetValue(name, out string? value) ? value : null;

    /// <summary>The environment of this process.</summary>
    public static CliEnvironment OfProcess()
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
        }

        bool outputIsTerminal = !Console.IsOutputRedirected;
        bool errorIsTerminal = !Console.IsErrorRedirected;
        return new CliEnvironment
        {
            Output = Console.Out,
            Error = Console.Error,
            Variables = variables,
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            TerminalWidth = outputIsTerminal ? WidthOfConsole() : 0,
            Prompter = outputIsTerminal && errorIsTerminal && !Console.IsInputRedirected ? new SpectrePrompter() : null,
        };
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            // Some terminals do not tell.
            return 0;
        }
    }
}
