namespace ScyllaMigrations.Cql.Syntax;

/// <summary>The sorts of tokens.</summary>
internal enum TokenKind : byte
{
    EndOfInput,
    Word,
    QuotedName,
    EmptyQuotedName,
    String,
    Integer,
    Float,
    Boolean,
    Duration,
    Uuid,
    Blob,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Plus,
    PlusEqual,
    Minus,
    MinusEqual,
    Star,
    Slash,
    Percent,
    Comma,
    Semicolon,
    Colon,
    Dot,
    Range,
    Question,

    /// <summary>`expr(` without a blank: one token in Cassandra's lexer.</summary>
    ExprOpen,

    /// <summary>A character that starts no token.</summary>
    BadCharacter,

    /// <summary>A string, quoted name, body or comment without its end.</summary>
    Unterminated,

    /// <summary>Longer than the limits allow.</summary>
    TooLong,
}
