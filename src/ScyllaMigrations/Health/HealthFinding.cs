namespace ScyllaMigrations.Health;

/// <summary>The verdict of one health check.</summary>
public sealed record HealthFinding
{
    /// <summary>What was looked at, such as <c>version</c>, <c>agreement</c>, <c>lease</c>, <c>history</c>, <c>drift</c>, <c>nodes</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The reason.</summary>
    public required string Message { get; init; }

    /// <summary>What to do; null when nothing is to be done.</summary>
    public required string? Remedy { get; init; }
}
