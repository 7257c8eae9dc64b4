namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A stretch of a text; Start counts UTF-16 units from 0.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The first place after it.</summary>
    public int End => Start + Length;

    /// <summary>The span between two places.</summary>
    /// <param name="start">First place.</param>
    /// <param name="end">First place after it.</param>
    public static SourceSpan FromBounds(int start, int end) => new(start, end - start);
}
