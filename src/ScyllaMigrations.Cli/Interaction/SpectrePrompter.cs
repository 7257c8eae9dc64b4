using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;

namespace ScyllaMigrations.Cli.Interaction;

/// <summary>Asks with Spectre.Console, on standard error, because standard output holds results only.</summary>
internal sealed class SpectrePrompter : IPrompter
{
    // Made at the first question: most runs never ask, and starting it takes longer than the rest of a short run.
    private readonly Lazy<IAnsiConsole> _console = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    public Task<string> ChooseAsync(string title, IReadOnlyList<string> choices, CancellationToken cancellationToken) =>
        new SelectionPrompt<string>().Title(Markup.Escape(title)).PageSize(20).UseConverter(Markup.Escape).AddChoices(choices)
            .ShowAsync(_console.Value, cancellationToken);

    public Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken) =>
        new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false }.ShowAsync(_console.Value, cancellationToken);

    public Task<string> AskAsync(string question, CancellationToken cancellationToken) =>
        new TextPrompt<string>(Markup.Escape(question)).AllowEmpty().ShowAsync(_console.Value, cancellationToken);
}
