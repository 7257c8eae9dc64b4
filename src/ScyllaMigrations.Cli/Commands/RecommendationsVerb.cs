using System.Collections.Generic;
using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Health;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>recommendations</c>: what is worth doing, what matters most first.</summary>
internal static class RecommendationsVerb
{
    public static Verb Create() =>
        new(new Command("recommendations", "What is worth doing, what matters most first, each with why and the command that does it."), async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            IReadOnlyList<Recommendation> recommendations = await open.Manager.GetRecommendationsAsync(cancellationToken);
            run.Output.Show(recommendations, RecommendationsDocument.Of);
            return ExitCode.Done;
        });
}
