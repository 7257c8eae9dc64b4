using System;
using System.Text.RegularExpressions;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Reporting;

/// <summary>A step of a plan with plain properties.</summary>
public sealed record PlanStepReport
{
    // Statements of access control carry passwords as string literals; a quote inside a literal is doubled.
    private static readonly Regex Literal = new("'(?:[^']|'')*'|\\$\\$.*?\\$\\$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The version, or <c>R:name</c>, of the migration that it belongs to.</summary>
    public required string Version { get; init; }

    /// <summary>The file, as the user knows it.</summary>
    public required string File { get; init; }

    /// <summary>Line of the statement in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The statement; literals of access control are asterisks.</summary>
    public required string Cql { get; init; }

    /// <summary>How its outcome can be known: <c>Schema</c>, <c>Data</c>, <c>UnrepeatableData</c>, <c>Access</c>, <c>Opaque</c>, <c>NoEffect</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>Low</c>, <c>Medium</c> or <c>High</c>.</summary>
    public required string Risk { get; init; }

    /// <summary>What it does to data that is there: <c>None</c>, <c>Possible</c> or <c>Certain</c> loss.</summary>
    public required string Loss { get; init; }

    /// <summary>Why risk and loss are what they are; null when there is nothing to say.</summary>
    public required string? Reason { get; init; }

    /// <summary>What the server is expected to need for it on one node.</summary>
    public required double EstimatedSeconds { get; init; }

    /// <summary>Makes the report of a step.</summary>
    public static PlanStepReport Of(PlanStep step) =>
        new()
        {
            Number = step.Number,
            Version = step.Migration,
            File = step.File,
            Line = step.Line,
            Cql = step.Kind == StepKind.Access ? Literal.Replace(step.Cql, "'********'") : step.Cql,
            Kind = step.Kind.ToString(),
            Risk = step.Risk.ToString(),
            Loss = step.Loss.ToString(),
            Reason = step.Reason,
            EstimatedSeconds = step.EstimatedDuration.TotalSeconds,
        };
}
