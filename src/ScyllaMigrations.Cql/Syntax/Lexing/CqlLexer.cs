using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Cuts CQL text into tokens, one at a time; comments and blanks are passed over.</summary>
internal sealed class CqlLexer
{
    private readonly string _text;
    private readonly int _end;
    private readonly int _tokenLimit;
    private readonly bool _joinsExpr;
    private int _at;

    /// <summary>A lexer over a stretch of text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">First place to read.</param>
    /// <param name="end">First place not to read.</param>
    /// <param name="limits">How long a token may be.</param>
    /// <param name="joinsExpr">Whether `expr(` is one token, as on Cassandra.</param>
    public CqlLexer(string text, int start, int end, CqlLimits limits, bool joinsExpr = false)
    {
        _text = text;
        _at = start;
        _end = end;
        _tokenLimit = limits.TokenLength;
        _joinsExpr = joinsExpr;
    }

    /// <summary>The comments passed over so far; whoever reads them clears the list.</summary>
    public List<SourceSpan> Comments { get; } = [];

    /// <summary>The next token; at the end again and again <see cref="TokenKind.EndOfInput"/>.</summary>
    public Token Next()
    {
        if (!SkipTrivia(out Token broken))
        {
            return broken;
        }

        if (_at >= _end)
        {
            return new Token(TokenKind.EndOfInput, Keyword.None, _end, 0);
        }

        Token token = Read();
        _at = token.End;
        return token.Length > _tokenLimit ? new Token(TokenKind.TooLong, Keyword.None, token.Start, token.Length) : token;
    }

    private Token Read()
    {
        char c = _text[_at];
        if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            return ReadWord();
        }

        if (c is >= '0' and <= '9')
        {
            return ReadNumber(_at);
        }

        return c switch
        {
            '\'' => ReadQuoted('\'', TokenKind.String),
            '"' => ReadQuoted('"', TokenKind.QuotedName),
            '$' => ReadBody(),
            '-' => ReadMinus(),
            _ => ReadSymbol(c),
        };
    }

    private Token Make(TokenKind kind, int length) => new(kind, Keyword.None, _at, length);

    private char Peek(int offset) => _at + offset < _end ? _text[_at + offset] : '\0';

    private Token ReadWord()
    {
        int uuid = NumberScanner.UuidLength(_text, _at, _end);
        if (uuid > 0)
        {
            return Make(TokenKind.Uuid, uuid);
        }

        int i = _at;
        uint hash = 0;
        while (i < _end && IsWordPart(_text[i]))
        {
            hash = KeywordTable.Step(hash, _text[i]);
            i++;
        }

        int length = i - _at;
        if (_text[_at] == 'P')
        {
            int duration = NumberScanner.IsoDurationLength(_text, _at, _end);
            if (duration >= length)
            {
                return Make(TokenKind.Duration, duration);
            }
        }

        if (_joinsExpr && length == 4 && i < _end && _text[i] == '(' && string.CompareOrdinal(_text, _at, "expr", 0, 4) == 0)
        {
            return Make(TokenKind.ExprOpen, 5);
        }

        Keyword keyword = KeywordTable.Find(_text, _at, length, hash);
        return keyword is Keyword.TRUE or Keyword.FALSE
            ? Make(TokenKind.Boolean, length)
            : new Token(TokenKind.Word, keyword, _at, length);
    }

    private static bool IsWordPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private Token ReadNumber(int digits)
    {
        if (digits == _at)
        {
            int uuid = NumberScanner.UuidLength(_text, _at, _end);
            if (uuid > 0)
            {
                return Make(TokenKind.Uuid, uuid);
            }

            if (_text[_at] == '0' && Peek(1) is 'x' or 'X')
            {
                int i = _at + 2;
                while (i < _end && NumberScanner.IsHex(_text[i]))
                {
                    i++;
                }

                return Make(TokenKind.Blob, i - _at);
            }
        }

        int end = NumberScanner.NumberEnd(_text, digits, _end, out TokenKind kind);
        if (kind == TokenKind.Integer && digits == _at && end < _end && NumberScanner.IsHex(_text[end]))
        {
            // `10ALLOW`: the servers' lexers take a hex digit here for a uuid's and fail (tried on Cassandra 5.0.6).
            while (end < _end && IsWordPart(_text[end]))
            {
                end++;
            }

            kind = TokenKind.BadCharacter;
        }

        return Make(kind, end - _at);
    }

    private Token ReadMinus()
    {
        char next = Peek(1);
        if (next is >= '0' and <= '9')
        {
            return ReadNumber(_at + 1);
        }

        if (next == 'P')
        {
            int duration = NumberScanner.IsoDurationLength(_text, _at + 1, _end);
            if (duration > 0)
            {
                return Make(TokenKind.Duration, duration + 1);
            }
        }

        int word = 0;
        while (IsWordPart(Peek(1 + word)) && word < 9)
        {
            word++;
        }

        if (IsText("nan", word) || IsText("infinity", word))
        {
            return Make(TokenKind.Float, word + 1);
        }

        return next == '=' ? Make(TokenKind.MinusEqual, 2) : Make(TokenKind.Minus, 1);
    }

    private bool IsText(string word, int length) =>
        length == word.Length && string.Compare(_text, _at + 1, word, 0, length, System.StringComparison.OrdinalIgnoreCase) == 0;

    private Token ReadQuoted(char quote, TokenKind kind)
    {
        int i = _at + 1;
        while (true)
        {
            i = i < _end ? _text.IndexOf(quote, i, _end - i) : -1;
            if (i < 0)
            {
                return Make(TokenKind.Unterminated, _end - _at);
            }

            // Doubled means one of it, also right after the opening one: `"""a"` starts with a quote, while `""` is empty.
            if (i + 1 < _end && _text[i + 1] == quote)
            {
                i += 2;
                continue;
            }

            int length = i + 1 - _at;
            return Make(kind == TokenKind.QuotedName && length == 2 ? TokenKind.EmptyQuotedName : kind, length);
        }
    }

    private Token ReadBody()
    {
        if (Peek(1) != '$')
        {
            return Make(TokenKind.BadCharacter, 1);
        }

        int close = _text.IndexOf("$$", _at + 2, _end - _at - 2, System.StringComparison.Ordinal);
        return close < 0 ? Make(TokenKind.Unterminated, _end - _at) : Make(TokenKind.String, close + 2 - _at);
    }

    private Token ReadSymbol(char c)
    {
        char next = Peek(1);
        switch (c)
        {
            case '(': return Make(TokenKind.LeftParen, 1);
            case ')': return Make(TokenKind.RightParen, 1);
            case '{': return Make(TokenKind.LeftBrace, 1);
            case '}': return Make(TokenKind.RightBrace, 1);
            case '[': return Make(TokenKind.LeftBracket, 1);
            case ']': return Make(TokenKind.RightBracket, 1);
            case ',': return Make(TokenKind.Comma, 1);
            case ';': return Make(TokenKind.Semicolon, 1);
            case ':': return Make(TokenKind.Colon, 1);
            case '=': return Make(TokenKind.Equal, 1);
            case '?': return Make(TokenKind.Question, 1);
            case '*': return Make(TokenKind.Star, 1);
            case '/': return Make(TokenKind.Slash, 1);
            case '%': return Make(TokenKind.Percent, 1);
            case '.': return next == '.' ? Make(TokenKind.Range, 2) : Make(TokenKind.Dot, 1);
            case '+': return next == '=' ? Make(TokenKind.PlusEqual, 2) : Make(TokenKind.Plus, 1);
            case '<': return next == '=' ? Make(TokenKind.LessOrEqual, 2) : Make(TokenKind.Less, 1);
            case '>': return next == '=' ? Make(TokenKind.GreaterOrEqual, 2) : Make(TokenKind.Greater, 1);
            case '!' when next == '=': return Make(TokenKind.NotEqual, 2);
            default: return Make(TokenKind.BadCharacter, char.IsHighSurrogate(c) && char.IsLowSurrogate(next) ? 2 : 1);
        }
    }

    private bool SkipTrivia(out Token broken)
    {
        broken = default;
        while (_at < _end)
        {
            char c = _text[_at];
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                _at++;
            }
            else if ((c == '-' && Peek(1) == '-') || (c == '/' && Peek(1) == '/'))
            {
                // A server reads an unterminated comment as an error; it is never sent, so here the end of input ends it.
                int end = _text.IndexOfAny(LineEnds, _at, _end - _at);
                Comment(end < 0 ? _end : end);
            }
            else if (c == '/' && Peek(1) == '*')
            {
                int close = _at + 2 <= _end ? _text.IndexOf("*/", _at + 2, _end - _at - 2, System.StringComparison.Ordinal) : -1;
                if (close < 0)
                {
                    broken = Make(TokenKind.Unterminated, _end - _at);
                    _at = _end;
                    return false;
                }

                Comment(close + 2);
            }
            else
            {
                break;
            }
        }

        return true;
    }

    private static readonly char[] LineEnds = ['\n', '\r'];

    private void Comment(int end)
    {
        Comments.Add(SourceSpan.FromBounds(_at, end));
        _at = end;
    }
}
