namespace ScyllaMigrations.Drift;

/// <summary>The answer of one check: a SELECT of a check script, or a check in code.</summary>
public sealed record CheckOutcome
{
    /// <summary>The version, or <c>R:name</c>, of the migration that it belongs to.</summary>
    public required string Version { get; init; }

    /// <summary>File and line of the SELECT, or <c>code</c>.</summary>
    public required string Source { get; init; }

    /// <summary>True when it passed.</summary>
    public required bool Passed { get; init; }

    /// <summary>What it said.</summary>
    public required string Message { get; init; }
}
