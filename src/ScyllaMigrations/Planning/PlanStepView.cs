namespace ScyllaMigrations.Planning;

/// <summary>A step as programs see it: flat, texts for enums and versions, seconds for durations.</summary>
public sealed record PlanStepView
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The version that it belongs to, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The file, as the user knows it.</summary>
    public required string Path { get; init; }

    /// <summary>Line of the statement in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The statement, without semicolon.</summary>
    public required string Cql { get; init; }

    /// <summary><c>Schema</c>, <c>Data</c>, <c>UnrepeatableData</c>, <c>Access</c>, <c>Opaque</c> or <c>NoEffect</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>Low</c>, <c>Medium</c> or <c>High</c>.</summary>
    public required string Risk { get; init; }

    /// <summary><c>None</c>, <c>Possible</c> or <c>Certain</c>.</summary>
    public required string Loss { get; init; }

    /// <summary>Why risk and loss are what they are; null when there is nothing to say.</summary>
    public required string? Reason { get; init; }

    /// <summary>The objects that it creates, changes or drops, such as <c>table k.t</c>.</summary>
    public required string[] Objects { get; init; }

    /// <summary>Versions that are complete after it.</summary>
    public required string[] Completes { get; init; }

    /// <summary>An estimate for one node, agreement not included.</summary>
    public required double EstimatedSeconds { get; init; }
}
