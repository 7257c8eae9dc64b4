using System;
using System.Collections.Generic;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>A step as journaled: enough to tell afterwards whether it took effect. The statement itself is not in it, so no secret is either.</summary>
internal sealed record JournalStep
{
    /// <summary>Its number in the plan, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How its outcome can be known.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Label of its migration.</summary>
    public required string Migration { get; init; }

    /// <summary>SHA-256 of the statement as planned, without drawn ids.</summary>
    public required string StatementHash { get; init; }

    /// <summary>The id drawn for the table or view that it creates; null for none.</summary>
    public Guid? TableId { get; init; }

    /// <summary>The objects it touches, with fingerprints that hold the drawn ids.</summary>
    public required IReadOnlyList<JournalChange> Changes { get; init; }

    /// <summary>True when the schema alone cannot tell whether it ran: its outcome is written after it.</summary>
    public required bool NeedsOutcome { get; init; }

    /// <summary>The timestamp of its rows in microseconds, written before it is sent; null until then and for others.</summary>
    public long? WriteTime { get; init; }

    /// <summary>What became of it; null when nothing was written.</summary>
    public StepOutcome? Outcome { get; init; }
}
