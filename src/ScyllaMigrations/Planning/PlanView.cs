using System;
using System.Linq;

namespace ScyllaMigrations.Planning;

/// <summary>A plan as programs see it: flat, texts for enums and versions, seconds for durations.</summary>
public sealed record PlanView
{
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

    /// <summary>The hash by which it is approved.</summary>
    public required string Hash { get; init; }

    /// <summary>True when any step loses data.</summary>
    public required bool LosesData { get; init; }

    /// <summary>The gravest risk of any step; <c>Low</c> without steps.</summary>
    public required string Risk { get; init; }

    /// <summary>Versions that it applies or takes back, in that order.</summary>
    public required string[] Versions { get; init; }

    /// <summary>How many statements there are.</summary>
    public required int StatementCount { get; init; }

    /// <summary>An estimate for one node, agreement not included.</summary>
    public required double EstimatedSeconds { get; init; }

    /// <summary>The steps.</summary>
    public required PlanStepView[] Steps { get; init; }

    /// <summary>Risks worth reading before it is approved.</summary>
    public required string[] Warnings { get; init; }

    /// <summary>The view of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static PlanView Of(MigrationPlan plan) => new()
    {
        Keyspace = plan.Keyspace,
        Dialect = plan.Dialect,
        Direction = plan.Direction.ToString(),
        FromVersion = plan.From?.ToString(),
        ToVersion = plan.To?.ToString(),
        Hash = plan.Hash,
        LosesData = plan.LosesData,
        Risk = plan.Steps.Select(step => step.Risk).DefaultIfEmpty(StepRisk.Low).Max().ToString(),
        Versions = [.. plan.Migrations.Select(migration => migration.Label)],
        StatementCount = plan.Steps.Count,
        EstimatedSeconds = Seconds(plan.EstimatedDuration),
        Steps = [.. plan.Steps.Select(Of)],
        Warnings = [.. plan.Warnings.Select(warning => warning.ToString())],
    };

    private static PlanStepView Of(PlanStep step) => new()
    {
        Number = step.Number,
        Version = step.Migration,
        Path = step.File,
        Line = step.Line,
        Cql = step.Cql,
        Kind = step.Kind.ToString(),
        Risk = step.Risk.ToString(),
        Loss = step.Loss.ToString(),
        Reason = step.Reason,
        Objects = [.. step.Changes.Select(change => change.Object.ToString())],
        Completes = [.. step.Completes],
        EstimatedSeconds = Seconds(step.EstimatedDuration),
    };

    private static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 3);
}
