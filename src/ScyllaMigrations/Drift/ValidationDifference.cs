namespace ScyllaMigrations.Drift;

/// <summary>One difference between the live schema and the expected one.</summary>
public sealed record ValidationDifference
{
    /// <summary><c>Missing</c> (expected, not there), <c>Unexpected</c> (there, not expected) or <c>Changed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The object, such as <c>table pins</c> or <c>column pins.size</c>.</summary>
    public required string Object { get; init; }

    /// <summary>What was expected; null when the object should not be there.</summary>
    public required string? Expected { get; init; }

    /// <summary>What is there; null when the object is missing.</summary>
    public required string? Actual { get; init; }

    /// <summary>One line that says it all.</summary>
    public required string Message { get; init; }
}
