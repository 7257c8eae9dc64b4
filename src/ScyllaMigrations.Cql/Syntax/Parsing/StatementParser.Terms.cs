using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    /// <summary>A value: constant, collection, tuple, function call, marker, arithmetic.</summary>
    public Term Term()
    {
        Enter();
        Term term = _grammar.HasArithmetic ? Sum() : SimpleTerm();
        Leave();
        return term;
    }

    private Term Sum()
    {
        Term left = Product();
        while ((Is(TokenKind.Plus) || Is(TokenKind.Minus)) && !IsBareColumnAfterOperator())
        {
            CountOperator();
            char sign = Take().Kind == TokenKind.Plus ? '+' : '-';
            left = new ArithmeticTerm(sign, left, Product());
        }

        return left;
    }

    // `[1] + c` in SET: the `+ c` belongs to the assignment, as no term is a column.
    private bool IsBareColumnAfterOperator() =>
        IsColumn(1) && !IsAt(2, TokenKind.LeftParen) && !(IsAt(2, TokenKind.Dot) && IsAt(4, TokenKind.LeftParen))
        && !(IsAt(1, Keyword.CAST) && IsAt(2, TokenKind.LeftParen));

    private Term Product()
    {
        Term left = Signed();
        while (Is(TokenKind.Star) || Is(TokenKind.Slash) || Is(TokenKind.Percent))
        {
            CountOperator();
            char sign = _text[Take().Start];
            left = new ArithmeticTerm(sign, left, Signed());
        }

        return left;
    }

    private Term Signed() => Accept(TokenKind.Minus) ? new NegationTerm(SimpleTerm()) : SimpleTerm();

    private Term SimpleTerm()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.String:
            case TokenKind.Integer:
            case TokenKind.Float:
            case TokenKind.Boolean:
            case TokenKind.Duration:
            case TokenKind.Uuid:
            case TokenKind.Blob:
                return Constant();
            case TokenKind.Minus when _grammar.IsScylla && (IsAt(1, Keyword.NAN) || IsAt(1, Keyword.INFINITY)):
                Take();
                return Take().Keyword == Keyword.NAN ? NotANumber : new ConstantTerm(ConstantKind.Float, "-Infinity");
            case TokenKind.Question:
            case TokenKind.Colon:
                return Marker();
            case TokenKind.LeftBracket:
                return ListLiteral();
            case TokenKind.LeftBrace:
                return BraceLiteral();
            case TokenKind.LeftParen:
                return IsTypeHint() ? TypeHint() : TupleLiteral();
            case TokenKind.Word when token.Keyword is Keyword.NAN or Keyword.INFINITY:
                return Constant();
            case TokenKind.Word when token.Keyword == Keyword.NULL:
                Take();
                return ConstantTerm.Null;
            case TokenKind.Word when token.Keyword == Keyword.CAST && IsAt(1, TokenKind.LeftParen) && _grammar.Cassandra(5, 0):
                return Cast(SimpleTerm);
            case TokenKind.Word or TokenKind.QuotedName when IsFunctionCall():
                return FunctionCall();
            default:
                throw Unexpected("a value");
        }
    }

    private static ConstantTerm NotANumber { get; } = new(ConstantKind.Float, "NaN");

    private bool IsConstant() =>
        Current.Kind is TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.Boolean or TokenKind.Duration
            or TokenKind.Uuid or TokenKind.Blob
        || Is(Keyword.NAN) || Is(Keyword.INFINITY);

    private ConstantTerm Constant()
    {
        Token token = Take();
        string text = TextOf(token);
        switch (token.Kind)
        {
            case TokenKind.String:
                return new ConstantTerm(ConstantKind.String, text);
            case TokenKind.Integer:
                return new ConstantTerm(ConstantKind.Integer, text);
            case TokenKind.Boolean:
                return new ConstantTerm(ConstantKind.Boolean, text);
            case TokenKind.Duration:
                return new ConstantTerm(ConstantKind.Duration, text);
            case TokenKind.Uuid:
                return new ConstantTerm(ConstantKind.Uuid, text);
            case TokenKind.Blob:
                return new ConstantTerm(ConstantKind.Blob, text);
            case TokenKind.Word:
                return token.Keyword == Keyword.NAN ? NotANumber : new ConstantTerm(ConstantKind.Float, "Infinity");
            default:
                // -NaN is NaN on Cassandra too; -Infinity is one token.
                return text.Length > 1 && text[1] is 'n' or 'N' ? NotANumber
                    : text.Length > 1 && text[1] is 'i' or 'I' ? new ConstantTerm(ConstantKind.Float, "-Infinity")
                    : new ConstantTerm(ConstantKind.Float, text);
        }
    }

    private BindMarkerTerm Marker()
    {
        if (Accept(TokenKind.Question))
        {
            return new BindMarkerTerm(null);
        }

        Expect(TokenKind.Colon);
        return new BindMarkerTerm(Identifier());
    }

    private bool IsMarker() => Is(TokenKind.Question) || Is(TokenKind.Colon);

    private ListTerm ListLiteral()
    {
        Expect(TokenKind.LeftBracket);
        ValueList<Term> elements = Is(TokenKind.RightBracket) ? ValueList<Term>.Empty : CommaList(Term);
        Expect(TokenKind.RightBracket);
        return new ListTerm(elements);
    }

    private TupleTerm TupleLiteral()
    {
        Expect(TokenKind.LeftParen);
        ValueList<Term> elements = CommaList(Term);
        Expect(TokenKind.RightParen);
        return new TupleTerm(elements);
    }

    private Term BraceLiteral()
    {
        Expect(TokenKind.LeftBrace);
        if (Accept(TokenKind.RightBrace))
        {
            return new SetTerm(ValueList<Term>.Empty);
        }

        Term result;
        if (IsIdentifier() && IsAt(1, TokenKind.Colon))
        {
            result = new UserTypeTerm(CommaList(() =>
            {
                string field = Identifier();
                Expect(TokenKind.Colon);
                return new FieldValue(field, Term());
            }));
        }
        else
        {
            Term first = Term();
            result = Accept(TokenKind.Colon) ? MapRest(first, Term) : new SetTerm(ListRest(first, Term));
        }

        Expect(TokenKind.RightBrace);
        return result;
    }

    private MapTerm MapRest(Term firstKey, System.Func<Term> item)
    {
        List<MapEntry> entries = [new MapEntry(firstKey, item())];
        while (Accept(TokenKind.Comma))
        {
            Term key = item();
            Expect(TokenKind.Colon);
            entries.Add(new MapEntry(key, item()));
        }

        return new MapTerm(ValueList.From(entries));
    }

    private ValueList<Term> ListRest(Term first, System.Func<Term> item)
    {
        List<Term> elements = [first];
        while (Accept(TokenKind.Comma))
        {
            elements.Add(item());
        }

        return ValueList.From(elements);
    }

    private FunctionCallTerm FunctionCall()
    {
        QualifiedName name = FunctionName();
        Expect(TokenKind.LeftParen);
        ValueList<Term> arguments = Is(TokenKind.RightParen) ? ValueList<Term>.Empty : CommaList(Term);
        Expect(TokenKind.RightParen);
        return new FunctionCallTerm(name, arguments);
    }

    private CastTerm Cast(System.Func<Term> value)
    {
        Expect(Keyword.CAST);
        Expect(TokenKind.LeftParen);
        Enter();
        Term inner = value();
        Leave();
        Expect(Keyword.AS);
        Token type = Current;
        if (type.Kind != TokenKind.Word || _grammar.ClassOf(type.Keyword) != WordClass.Type)
        {
            throw Unexpected("a native type");
        }

        NativeType target = NativeType.Find(CqlIdentifier.Fold(TextOf(Take()))) ?? throw UnexpectedAt(type);
        Expect(TokenKind.RightParen);
        return new CastTerm(inner, target);
    }

    // No term is a bare name, so `(name)`, `(name<` and `(ks.name)` can only begin a type.
    private bool IsTypeHint()
    {
        if (IsAt(1, TokenKind.String))
        {
            return _grammar.IsCassandra && IsAt(2, TokenKind.RightParen) && StartsSimpleTerm(Peek(3));
        }

        if (!IsIdentifier(1) && !IsAt(1, Keyword.SET))
        {
            return false;
        }

        return IsAt(2, TokenKind.RightParen) || IsAt(2, TokenKind.Less)
            || (IsAt(2, TokenKind.Dot) && !IsAt(4, TokenKind.LeftParen));
    }

    private static bool StartsSimpleTerm(Token token) =>
        token.Kind is TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.Boolean or TokenKind.Duration
            or TokenKind.Uuid or TokenKind.Blob or TokenKind.LeftParen or TokenKind.LeftBrace or TokenKind.LeftBracket
            or TokenKind.Question or TokenKind.Colon;

    private TypeHintTerm TypeHint()
    {
        Expect(TokenKind.LeftParen);
        CqlType type = Type();
        Expect(TokenKind.RightParen);
        Enter();
        Term value = _grammar.IsScylla ? Term() : SimpleTerm();
        Leave();
        return new TypeHintTerm(type, value);
    }
}
