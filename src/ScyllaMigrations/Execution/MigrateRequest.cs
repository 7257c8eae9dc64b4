using System;
using System.Collections.Generic;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>What a run upwards is asked for.</summary>
public sealed record MigrateRequest
{
    /// <summary>The version to reach; null for the newest.</summary>
    public MigrationVersion? Target { get; init; }

    /// <summary>The hash of the plan that was approved; another plan is refused (PlanChanged), and its losses are consented to. Null when none was approved.</summary>
    public string? ApprovedPlanHash { get; init; }

    /// <summary>Consents to losing data.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>File to write a backup of schema and history to before anything is sent; null for none.</summary>
    public string? BackupTo { get; init; }

    /// <summary>How long the whole run may take, waiting for the lease included; null for the manager's setting.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Refusals to override, by the name that the refusal shows, each with a reason that goes into history.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
