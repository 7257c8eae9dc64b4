namespace ScyllaMigrations.Cql.Syntax;

/// <summary>The three sorts of BATCH.</summary>
public enum BatchKind
{
    /// <summary>BEGIN BATCH.</summary>
    Logged,

    /// <summary>BEGIN UNLOGGED BATCH.</summary>
    Unlogged,

    /// <summary>BEGIN COUNTER BATCH.</summary>
    Counter,
}
