using System.Collections.Generic;
using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>history</c>: what ran, when, by whom, how long.</summary>
internal static class HistoryVerb
{
    public static Verb Create() =>
        new(new Command("history", "What ran, when, by whom, how long, and whether the chain of hashes is intact."), async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            IReadOnlyList<HistoryRecord> history = await open.Manager.GetHistoryAsync(cancellationToken);
            run.Output.Show(history, HistoryDocument.Of);
            return ExitCode.Done;
        });
}
