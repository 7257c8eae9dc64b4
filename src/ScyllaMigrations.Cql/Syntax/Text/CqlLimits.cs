namespace ScyllaMigrations.Cql.Syntax;

/// <summary>How large a text the parser takes, so that no input exhausts memory or stack.</summary>
public sealed record CqlLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static CqlLimits Default { get; } = new();

    /// <summary>How deep terms, types and parentheses may nest; servers refuse far less than memory would allow.</summary>
    public int Depth { get; init; } = 128;

    /// <summary>Operators, signs and accesses in one term, which nest in the tree as well.</summary>
    public int Operators { get; init; } = 1000;

    /// <summary>UTF-16 units in one string, name, number or comment.</summary>
    public int TokenLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>UTF-16 units in one text.</summary>
    public int TextLength { get; init; } = 256 * 1024 * 1024;
}
