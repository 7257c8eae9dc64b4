namespace ScyllaMigrations.Health;

/// <summary>Something worth doing, with its reason and the command that does it.</summary>
public sealed record Recommendation
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace.</summary>
    public required string Keyspace { get; init; }

    /// <summary>1 for what matters most.</summary>
    public required int Rank { get; init; }

    /// <summary><c>Critical</c>, <c>Warning</c> or <c>Hint</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What to do, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>The command that acts on it.</summary>
    public required string Command { get; init; }
}
