using System.Collections.Generic;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>A plan with its steps ready to be sent and its journal written, from the start or from where an earlier run stopped.</summary>
internal sealed record PreparedRun
{
    public required MigrationPlan Plan { get; init; }

    public required IReadOnlyList<RunStep> Steps { get; init; }

    /// <summary>How many of the steps took effect already.</summary>
    public required int Done { get; init; }

    public required Journal Journal { get; init; }

    /// <summary>Labels of the plan's migrations that are in history already.</summary>
    public required IReadOnlyCollection<string> Recorded { get; init; }

    /// <summary>True when an earlier run began it.</summary>
    public required bool Resumed { get; init; }
}
