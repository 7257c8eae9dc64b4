using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Cli.Interaction;

/// <summary>What a person gets who starts the program without a verb in a terminal: a menu of verbs, until they leave it.</summary>
/// <param name="prompter">Asks.</param>
/// <param name="run">Runs the program with a verb and its arguments; the options given at the start are added.</param>
internal sealed class Menu(IPrompter prompter, Func<IReadOnlyList<string>, Task<int>> run)
{
    private const string Quit = "quit";

    private static readonly (string Choice, string Verb)[] Choices =
    [
        ("status            where the keyspace stands", "status"),
        ("plan              what migrate would do", "plan"),
        ("migrate           apply what is pending", "migrate"),
        ("rollback          go back to a version", "rollback"),
        ("validate          hold the live schema against the prediction", "validate"),
        ("history           what ran, when and by whom", "history"),
        ("health            checks with reasons", "health"),
        ("recommendations   what is worth doing", "recommendations"),
        ("lint              check the files, without a cluster", "lint"),
        (Quit, Quit),
    ];

    /// <summary>Shows the menu until the person leaves it; the exit code is that of the last verb.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        int exitCode = (int)ExitCode.Done;
        while (true)
        {
            string choice = await prompter.ChooseAsync("What shall be done?", [.. Choices.Select(choice => choice.Choice)], cancellationToken);
            string verb = Choices.First(known => known.Choice == choice).Verb;
            switch (verb)
            {
                case Quit:
                    return exitCode;
                case "migrate":
                    exitCode = await run(["plan"]);
                    if (exitCode == (int)ExitCode.Done && await prompter.ConfirmAsync("Apply this plan?", cancellationToken))
                    {
                        exitCode = await run(["migrate"]);
                    }

                    break;
                case "rollback":
                    string version = await prompter.AskAsync("Back to which version (none takes everything back; empty returns to the menu)?", cancellationToken);
                    if (version.Length > 0)
                    {
                        exitCode = await RollbackAsync(version, cancellationToken);
                    }

                    break;
                default:
                    exitCode = await run([verb]);
                    break;
            }
        }
    }

    private async Task<int> RollbackAsync(string version, CancellationToken cancellationToken)
    {
        int exitCode = await run(["rollback", "--to", version, "--dry-run"]);
        return exitCode == (int)ExitCode.Done && await prompter.ConfirmAsync("Take these back?", cancellationToken)
            ? await run(["rollback", "--to", version])
            : exitCode;
    }
}
