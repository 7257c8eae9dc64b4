using System;
using System.Collections.Generic;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>A run as history keeps it: one <c>run</c> entry with its journal.</summary>
internal sealed record RunEntry
{
    /// <summary>Its entry number.</summary>
    public required int Entry { get; init; }

    /// <summary>How far it came.</summary>
    public required RunState State { get; init; }

    /// <summary>Up or down.</summary>
    public required PlanDirection Direction { get; init; }

    /// <summary>The version it was to reach; null when all were to be taken back.</summary>
    public required string? Target { get; init; }

    /// <summary>The hash of its plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>How many steps its journal has.</summary>
    public required int StepCount { get; init; }

    /// <summary>The host that got its schema changes; null where none was chosen.</summary>
    public Guid? Coordinator { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who ran it.</summary>
    public string? Actor { get; init; }

    /// <summary>Where it ran.</summary>
    public string? Host { get; init; }

    /// <summary>The tool's version.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Interrupted runs whose steps this one took over, because migrations were changed in between.</summary>
    public IReadOnlyList<int> Replaces { get; init; } = [];

    /// <summary>Overridden refusals with their reasons, one a line; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>The journal by step number; empty when it was not read.</summary>
    public IReadOnlyList<JournalStep> Steps { get; init; } = [];
}
