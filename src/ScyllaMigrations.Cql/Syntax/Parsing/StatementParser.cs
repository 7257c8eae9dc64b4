using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Reads statements from tokens by recursive descent; each method is one rule of the grammar.</summary>
/// <remarks>The rules follow what Cassandra's Parser.g (3.11 to 5.0) and ScyllaDB's Cql.g (5.4 to 2026.4) accept.</remarks>
internal sealed partial class StatementParser
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly CqlLexer _lexer;
    private readonly Grammar _grammar;
    private readonly CqlLimits _limits;
    private readonly ExpectedSet _expected = new();
    private Token[] _tokens = new Token[64];
    private int _filled;
    private int _at;
    private readonly int _expressionLimit;
    private int _depth;
    private int _typeDepth;
    private int _operators;

    public StatementParser(SourceText source, CqlDialect dialect, CqlLimits limits)
    {
        _source = source;
        _text = source.Text;
        _grammar = Grammar.Of(dialect);
        _limits = limits;
        _expressionLimit = Math.Min(limits.Depth, _grammar.ExpressionDepth);
        _lexer = new CqlLexer(_text, 0, _text.Length, limits, joinsExpr: _grammar.IsCassandra);
    }

    /// <summary>The token to be read next.</summary>
    public Token Current => _at < _filled ? _tokens[_at] : Peek(0);

    /// <summary>The comments passed over since the list was cleared last.</summary>
    public System.Collections.Generic.List<SourceSpan> Comments => _lexer.Comments;

    /// <summary>Where the last token read ends.</summary>
    public int LastEnd { get; private set; }

    /// <summary>The token some places further on.</summary>
    public Token Peek(int offset)
    {
        int index = _at + offset;
        while (_filled <= index)
        {
            if (_filled == _tokens.Length)
            {
                Array.Resize(ref _tokens, _filled * 2);
            }

            _tokens[_filled++] = _lexer.Next();
        }

        return _tokens[index];
    }

    /// <summary>Passes over the current token.</summary>
    public Token Take()
    {
        Token token = Current;
        _at++;
        LastEnd = token.End;
        return token;
    }

    /// <summary>Where the parser stands; only valid until <see cref="Forget"/>.</summary>
    public int Mark() => _at;

    /// <summary>Goes back to a mark.</summary>
    public void Reset(int mark)
    {
        _at = mark;
        _depth = 0;
        _typeDepth = 0;
    }

    /// <summary>Drops the tokens read so far, so that memory stays that of one statement.</summary>
    public void Forget()
    {
        Array.Copy(_tokens, _at, _tokens, 0, _filled - _at);
        _filled -= _at;
        _at = 0;
        _depth = 0;
        _typeDepth = 0;
    }

    private bool Is(TokenKind kind) => Current.Kind == kind;

    private bool Is(Keyword keyword) => IsAt(0, keyword);

    private bool IsAt(int offset, Keyword keyword)
    {
        Token token = Peek(offset);
        return token.Kind == TokenKind.Word && token.Keyword == keyword;
    }

    private bool IsAt(int offset, TokenKind kind) => Peek(offset).Kind == kind;

    private bool Accept(Keyword keyword)
    {
        Token token = Current;
        if (token.Kind == TokenKind.Word && token.Keyword == keyword)
        {
            Take();
            return true;
        }

        _expected.Add(token.Start, KeywordTable.Name(keyword));
        return false;
    }

    private bool Accept(TokenKind kind)
    {
        if (Current.Kind == kind)
        {
            Take();
            return true;
        }

        _expected.Add(Current.Start, TokenNames.Of(kind));
        return false;
    }

    private void Expect(Keyword keyword)
    {
        if (!Accept(keyword))
        {
            throw Unexpected();
        }
    }

    private Token Expect(TokenKind kind)
    {
        Token token = Current;
        if (!Accept(kind))
        {
            throw Unexpected();
        }

        return token;
    }

    private string ExpectString() => Expect(TokenKind.String).Text(_text);

    private string TextOf(Token token) => token.Text(_text);

    // Expressions: ScyllaDB has a limit of its own.
    private void Enter()
    {
        if (_depth == 0)
        {
            _operators = 0;
        }

        if (++_depth > _expressionLimit)
        {
            throw TooDeep(_expressionLimit);
        }
    }

    private void Leave() => _depth--;

    // `a + b + …` and `- - a` make deep trees too, which nobody may walk to the end of the stack.
    private void CountOperator()
    {
        if (++_operators > _limits.Operators)
        {
            throw TooDeep(_limits.Operators);
        }
    }

    private void EnterType()
    {
        if (++_typeDepth > _limits.Depth)
        {
            throw TooDeep(_limits.Depth);
        }
    }

    private void LeaveType() => _typeDepth--;

    private CqlSyntaxException TooDeep(int limit) =>
        new(CqlErrorId.LimitExceeded, $"nested deeper than {limit} levels", ValueList<string>.Empty, Current.Span);
}
