using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>What a run is asked for, whichever way it goes.</summary>
internal sealed record RunGoal
{
    public required PlanDirection Direction { get; init; }

    public required MigrationVersion? Target { get; init; }

    public required string? ApprovedPlanHash { get; init; }

    public required bool AllowDataLoss { get; init; }

    public required string? BackupTo { get; init; }

    public required TimeSpan? Timeout { get; init; }

    public required IReadOnlyDictionary<string, string> Overrides { get; init; }

    /// <summary>Upwards to the newest version, nothing consented to.</summary>
    public static RunGoal Up { get; } = Of(new MigrateRequest());

    /// <summary>The overrides as history keeps them; null for none.</summary>
    public string? Detail => Overrides.Count == 0 ? null : string.Join("\n", Overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"));

    public static RunGoal Of(MigrateRequest request) => new RunGoal
    {
        Direction = PlanDirection.Up,
        Target = request.Target,
        ApprovedPlanHash = request.ApprovedPlanHash,
        AllowDataLoss = request.AllowDataLoss,
        BackupTo = request.BackupTo,
        Timeout = request.Timeout,
        Overrides = request.Overrides,
    }.Checked();

    public static RunGoal Of(RollbackRequest request) => new RunGoal
    {
        Direction = PlanDirection.Down,
        Target = request.Target,
        ApprovedPlanHash = request.ApprovedPlanHash,
        AllowDataLoss = request.AllowDataLoss,
        BackupTo = request.BackupTo,
        Timeout = request.Timeout,
        Overrides = request.Overrides,
    }.Checked();

    private RunGoal Checked()
    {
        foreach (KeyValuePair<string, string> pair in Overrides)
        {
            if (!Refusals.Names.Contains(pair.Key))
            {
                throw new MigrationException(
                    ErrorCodes.ConfigurationInvalid, $"'{pair.Key}' is no refusal that can be overridden; there are {string.Join(", ", Refusals.Names)}");
            }

            if (string.IsNullOrWhiteSpace(pair.Value))
            {
                throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"the override '{pair.Key}' needs a reason; it goes into history");
            }
        }

        return this;
    }
}
