using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Health;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>health</c>: checks with reasons.</summary>
internal static class HealthVerb
{
    public static Verb Create() =>
        new(new Command("health", "Checks with reasons: version, agreement, lease, history, drift, nodes. Exit 4 when one is unhealthy."), async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            HealthReport report = await open.Manager.CheckHealthAsync(cancellationToken);
            run.Output.Show(report, HealthDocument.Of);
            return report.Healthy ? ExitCode.Done : ExitCode.Validation;
        });
}
