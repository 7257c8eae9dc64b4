namespace ScyllaMigrations.Execution;

/// <summary>A migration that waits to be applied.</summary>
public sealed record PendingMigration
{
    /// <summary>Its version, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Its description.</summary>
    public required string Description { get; init; }

    /// <summary>The file of its up script, as the user knows it.</summary>
    public required string Path { get; init; }

    /// <summary>How many statements it will send.</summary>
    public required int StatementCount { get; init; }

    /// <summary>The highest risk of its steps: <c>Low</c>, <c>Medium</c> or <c>High</c>; <c>Unknown</c> when it could not be planned.</summary>
    public required string Risk { get; init; }
}
