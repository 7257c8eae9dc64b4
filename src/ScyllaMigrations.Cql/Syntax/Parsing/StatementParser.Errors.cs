using System;
using System.Linq;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private const int ShownLength = 40;

    /// <summary>The error that the current token is not what the grammar wants.</summary>
    private CqlSyntaxException Unexpected(string? expected = null)
    {
        if (expected is not null)
        {
            _expected.Add(Current.Start, expected);
        }

        return UnexpectedAt(Current);
    }

    private CqlSyntaxException UnexpectedAt(Token token)
    {
        ValueList<string> expected = _expected.At(token.Start);
        string wanted = expected.Count switch
        {
            0 => string.Empty,
            1 => ", expected " + expected[0],
            _ => ", expected " + string.Join(", ", expected.Take(expected.Count - 1)) + " or " + expected[expected.Count - 1],
        };
        string hint = expected.Contains(TokenNames.Of(TokenKind.Word)) && token.Kind == TokenKind.Word && _grammar.IsReserved(token.Keyword)
            ? $"; it is a reserved word, as a name it must be written \"{TextOf(token).ToLowerInvariant()}\""
            : string.Empty;
        return token.Kind switch
        {
            TokenKind.BadCharacter when token.Length > 2 => new CqlSyntaxException(
                CqlErrorId.UnexpectedCharacter, $"{Show(token)} is neither a number nor a name{wanted}", expected, token.Span),
            TokenKind.BadCharacter => new CqlSyntaxException(
                CqlErrorId.UnexpectedCharacter, $"the character {Show(token)} starts nothing in CQL{wanted}", expected, token.Span),
            TokenKind.Unterminated => new CqlSyntaxException(
                CqlErrorId.Unterminated, Unterminated(token), expected, new SourceSpan(token.Start, Math.Min(2, token.Length))),
            TokenKind.TooLong => new CqlSyntaxException(
                CqlErrorId.LimitExceeded, $"a token of {token.Length} characters; the limit is {_limits.TokenLength}", expected, token.Span),
            TokenKind.EndOfInput => new CqlSyntaxException(
                CqlErrorId.UnexpectedToken, $"found the end of the text{wanted}", expected, token.Span),
            _ => new CqlSyntaxException(CqlErrorId.UnexpectedToken, $"found {Show(token)}{wanted}{hint}", expected, token.Span),
        };
    }

    private static CqlSyntaxException NotAllowed(string message, SourceSpan span) =>
        new(CqlErrorId.NotAllowed, message, ValueList<string>.Empty, span);

    private CqlSyntaxException NotInDialect(string what, SourceSpan span) =>
        new(CqlErrorId.NotInDialect, $"{what} does not exist in {_grammar.Name}", ValueList<string>.Empty, span);

    private string Unterminated(Token token) => _text[token.Start] switch
    {
        '\'' => "a string that starts here has no closing quote",
        '"' => "a quoted name that starts here has no closing quote",
        '$' => "a $$ body that starts here has no closing $$",
        _ => "a comment that starts here has no closing */",
    };

    private string Show(Token token)
    {
        string text = _source.GetText(token.Span);
        if (text.Length > ShownLength)
        {
            text = text.Substring(0, ShownLength) + "…";
        }

        return text.Length == 1 && (char.IsControl(text[0]) || char.IsWhiteSpace(text[0]) || char.IsSurrogate(text[0]))
            ? $"U+{(int)text[0]:X4}"
            : "'" + text.Replace("\n", "\\n").Replace("\r", "\\r") + "'";
    }
}
