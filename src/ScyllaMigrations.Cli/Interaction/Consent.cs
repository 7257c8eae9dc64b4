using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli.Commands;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Interaction;

/// <summary>Asks for consent to losing data, where there is somebody to ask. Elsewhere the library refuses.</summary>
internal static class Consent
{
    /// <summary>True when the plan loses data, nothing consented to that yet, and the person at the terminal did by typing the keyspace's name.</summary>
    public static async Task<bool> IsGivenAsync(VerbRun run, PlanReport plan, bool allowed, string? approvedHash, CancellationToken cancellationToken)
    {
        if (!plan.LosesData || allowed || approvedHash is not null || run.Prompter is not { } prompter)
        {
            return false;
        }

        string answer = await prompter.AskAsync($"This plan loses data. Type the keyspace's name ({plan.Keyspace}) to go on:", cancellationToken);
        return string.Equals(answer.Trim(), plan.Keyspace, StringComparison.Ordinal);
    }
}
