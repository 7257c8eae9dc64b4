using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Reporting;

/// <summary>A plan with plain properties, for people and programs. What is shown is what runs, save for secrets.</summary>
public sealed record PlanReport
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>The dialect that it was made for.</summary>
    public required string Dialect { get; init; }

    /// <summary><c>Up</c> or <c>Down</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The version before; null before the first.</summary>
    public required string? FromVersion { get; init; }

    /// <summary>The version after; null when all are taken back.</summary>
    public required string? ToVersion { get; init; }

    /// <summary>Approving this hash approves exactly this plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>True when a step may lose data.</summary>
    public required bool LosesData { get; init; }

    /// <summary>How many migrations it applies or takes back.</summary>
    public required int MigrationCount { get; init; }

    /// <summary>How many statements it sends.</summary>
    public required int StatementCount { get; init; }

    /// <summary>What the server is expected to need for the statements on one node.</summary>
    public required double EstimatedSeconds { get; init; }

    /// <summary>The statements in their order.</summary>
    public required IReadOnlyList<PlanStepReport> Steps { get; init; }

    /// <summary>Risks worth reading before the plan is approved.</summary>
    public required IReadOnlyList<FindingReport> Warnings { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>Makes the report of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="path">Where the migrations come from; null when all are registered in code.</param>
    public static PlanReport Of(MigrationPlan plan, string cluster, string? path) =>
        new()
        {
            Cluster = cluster,
            Path = path,
            Keyspace = plan.Keyspace,
            Dialect = plan.Dialect,
            Direction = plan.Direction.ToString(),
            FromVersion = plan.From?.ToString(),
            ToVersion = plan.To?.ToString(),
            PlanHash = plan.Hash,
            LosesData = plan.LosesData,
            MigrationCount = plan.Migrations.Count,
            StatementCount = plan.Steps.Count,
            EstimatedSeconds = plan.Steps.Sum(step => step.EstimatedDuration.TotalSeconds),
            Steps = [.. plan.Steps.Select(PlanStepReport.Of)],
            Warnings = [.. plan.Warnings.Select(FindingReport.Of)],
            Message = Sentence(plan),
        };

    private static string Sentence(MigrationPlan plan)
    {
        if (plan.Migrations.Count == 0 && plan.Steps.Count == 0)
        {
            return $"Nothing to do: {plan.Keyspace} is at version {plan.From?.ToString() ?? "none"}.";
        }

        string what = plan.Direction == PlanDirection.Up ? "applies" : "takes back";
        string loss = plan.LosesData ? " It loses data." : string.Empty;
        return $"The plan {what} {ReportFormat.Count(plan.Migrations.Count, "migration")} with {ReportFormat.Count(plan.Steps.Count, "statement")}.{loss}";
    }
}
