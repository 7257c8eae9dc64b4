namespace ScyllaMigrations.Cql.Syntax;

/// <summary>How tokens are called in messages.</summary>
internal static class TokenNames
{
    public static string Of(TokenKind kind) => kind switch
    {
        TokenKind.EndOfInput => "the end of the statement",
        TokenKind.Word or TokenKind.QuotedName => "a name",
        TokenKind.String => "a string",
        TokenKind.Integer => "an integer",
        TokenKind.Float => "a number",
        TokenKind.Boolean => "true or false",
        TokenKind.Duration => "a duration",
        TokenKind.Uuid => "a uuid",
        TokenKind.Blob => "a blob",
        TokenKind.LeftParen => "'('",
        TokenKind.RightParen => "')'",
        TokenKind.LeftBrace => "'{'",
        TokenKind.RightBrace => "'}'",
        TokenKind.LeftBracket => "'['",
        TokenKind.RightBracket => "']'",
        TokenKind.Less => "'<'",
        TokenKind.Greater => "'>'",
        TokenKind.Equal => "'='",
        TokenKind.Star => "'*'",
        TokenKind.Comma => "','",
        TokenKind.Semicolon => "';'",
        TokenKind.Colon => "':'",
        TokenKind.Dot => "'.'",
        TokenKind.Question => "'?'",
        TokenKind.Plus => "'+'",
        TokenKind.Minus => "'-'",
        _ => kind.ToString(),
    };
}
