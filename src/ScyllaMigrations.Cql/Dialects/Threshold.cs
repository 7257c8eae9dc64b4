namespace ScyllaMigrations.Cql;

/// <summary>A limit of a server's configuration.</summary>
/// <param name="Warn">Beyond this the server warns; null when it never does.</param>
/// <param name="Fail">Beyond this it refuses; null when it never does.</param>
public sealed record Threshold(int? Warn, int? Fail)
{
    /// <summary>No limit.</summary>
    public static Threshold None { get; } = new(null, null);
}
