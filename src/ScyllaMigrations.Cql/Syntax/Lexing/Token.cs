using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One token: what it is and where. Words know which keyword they are, if any.</summary>
internal readonly struct Token(TokenKind kind, Keyword keyword, int start, int length) : IEquatable<Token>
{
    public TokenKind Kind { get; } = kind;

    public Keyword Keyword { get; } = keyword;

    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;

    public SourceSpan Span => new(Start, Length);

    /// <summary>The token's value: without quotes and with doubled quotes made single.</summary>
    /// <param name="source">The text it was read from.</param>
    public string Text(string source) => Kind switch
    {
        TokenKind.QuotedName => Unquote(source, '"', "\"\"", "\""),
        TokenKind.String when source[Start] == '\'' => Unquote(source, '\'', "''", "'"),
        TokenKind.String => source.Substring(Start + 2, Length - 4),
        TokenKind.EmptyQuotedName => string.Empty,
        _ => source.Substring(Start, Length),
    };

    public bool Equals(Token other) => Kind == other.Kind && Start == other.Start && Length == other.Length;

    public override bool Equals(object? obj) => obj is Token other && Equals(other);

    public override int GetHashCode() => unchecked((Start * 31) + Length);

    private string Unquote(string source, char quote, string twice, string once)
    {
        int first = Start + 1;
        int count = Length - 2;
        string inner = source.Substring(first, count);
        return count > 1 && source.IndexOf(quote, first, count) >= 0 ? inner.Replace(twice, once) : inner;
    }
}
