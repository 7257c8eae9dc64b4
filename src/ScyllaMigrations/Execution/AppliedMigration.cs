namespace ScyllaMigrations.Execution;

/// <summary>A migration that a run applied or took back.</summary>
public sealed record AppliedMigration
{
    /// <summary>Its version, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Its description.</summary>
    public required string Description { get; init; }

    /// <summary>The file of its up script, as the user knows it.</summary>
    public required string Path { get; init; }

    /// <summary>How many statements were sent for it in this run.</summary>
    public required int StatementCount { get; init; }

    /// <summary>How long its statements took.</summary>
    public required double DurationSeconds { get; init; }
}
