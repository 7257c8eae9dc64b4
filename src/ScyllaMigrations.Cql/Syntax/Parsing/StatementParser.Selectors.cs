namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    /// <summary>What SELECT lists; empty for `*`.</summary>
    private ValueList<Selector> Selectors() => Accept(TokenKind.Star) ? ValueList<Selector>.Empty : CommaList(Selector);

    private Selector Selector()
    {
        Term expression = Selection();
        return new Selector(expression, Accept(Keyword.AS) ? Identifier() : null);
    }

    private Term Selection()
    {
        Enter();
        Term term = _grammar.HasArithmetic ? SelectionSum() : SelectionWithModifiers();
        Leave();
        return term;
    }

    private Term SelectionSum()
    {
        Term left = SelectionProduct();
        while (Is(TokenKind.Plus) || Is(TokenKind.Minus))
        {
            CountOperator();
            char sign = _text[Take().Start];
            left = new ArithmeticTerm(sign, left, SelectionProduct());
        }

        return left;
    }

    private Term SelectionProduct()
    {
        Term left = SelectionSigned();
        while (Is(TokenKind.Star) || Is(TokenKind.Slash) || Is(TokenKind.Percent))
        {
            CountOperator();
            char sign = _text[Take().Start];
            left = new ArithmeticTerm(sign, left, SelectionSigned());
        }

        return left;
    }

    private Term SelectionSigned()
    {
        int signs = 0;
        while (Is(TokenKind.Minus))
        {
            CountOperator();
            Take();
            signs++;
        }

        Term term = SelectionWithModifiers();
        for (; signs > 0; signs--)
        {
            term = new NegationTerm(term);
        }

        return term;
    }

    private Term SelectionWithModifiers() => Modifiers(SelectionBase());

    private Term Modifiers(Term term)
    {
        for (; ; CountOperator())
        {
            if (Accept(TokenKind.Dot))
            {
                term = new FieldTerm(term, Identifier());
            }
            else if (HasElementSelection && Is(TokenKind.LeftBracket))
            {
                Take();
                term = ElementOrSlice(term);
                Expect(TokenKind.RightBracket);
            }
            else
            {
                return term;
            }
        }
    }

    private bool HasElementSelection => _grammar.HasArithmetic || _grammar.Scylla(2025, 1);

    private Term ElementOrSlice(Term target)
    {
        if (_grammar.IsCassandra && Accept(TokenKind.Range))
        {
            return new SliceTerm(target, null, Term());
        }

        Term first = Term();
        if (_grammar.IsScylla || !Accept(TokenKind.Range))
        {
            return new ElementTerm(target, first);
        }

        return new SliceTerm(target, first, Is(TokenKind.RightBracket) ? null : Term());
    }

    private Term SelectionBase()
    {
        Token token = Current;
        if (IsAt(1, TokenKind.LeftParen) && token.Kind == TokenKind.Word)
        {
            Term? call = SpecialCall(token.Keyword);
            if (call is not null)
            {
                return call;
            }
        }

        if (IsFunctionCall())
        {
            return SelectorFunction();
        }

        if (IsIdentifier())
        {
            return new ColumnTerm(TakeIdentifier());
        }

        // ScyllaDB selects bare values since 2026.2; Cassandra collections, tuples and hints of expressions too.
        if (_grammar.IsScylla)
        {
            return _grammar.Scylla(2026, 2) ? SimpleTerm() : throw Unexpected("a column or function");
        }

        switch (token.Kind)
        {
            case TokenKind.LeftParen:
                return SelectionHint() ?? (Term)SelectionTuple();
            case TokenKind.LeftBracket:
                Take();
                ValueList<Term> elements = Is(TokenKind.RightBracket) ? ValueList<Term>.Empty : CommaList(Selection);
                Expect(TokenKind.RightBracket);
                return new ListTerm(elements);
            case TokenKind.LeftBrace:
                return SelectionMapOrSet();
            default:
                return IsConstant() || IsMarker() || Is(Keyword.NULL) ? SimpleTerm() : throw Unexpected("a column, function or value");
        }
    }

    private Term? SpecialCall(Keyword keyword)
    {
        switch (keyword)
        {
            case Keyword.COUNT when IsAt(2, TokenKind.Star):
                Take();
                Take();
                Take();
                Expect(TokenKind.RightParen);
                return new CountRowsTerm();
            case Keyword.WRITETIME:
                return CellAttribute(Syntax.CellAttribute.WriteTime);
            case Keyword.MAXWRITETIME when _grammar.Cassandra(5, 0):
                return CellAttribute(Syntax.CellAttribute.MaxWriteTime);
            case Keyword.TTL:
                return CellAttribute(Syntax.CellAttribute.TimeToLive);
            case Keyword.CAST:
                return Cast(Selection);
            default:
                return null;
        }
    }

    private CellAttributeTerm CellAttribute(CellAttribute attribute)
    {
        Take();
        Expect(TokenKind.LeftParen);
        Term target = new ColumnTerm(Identifier());
        if (_grammar.Cassandra(5, 0) || _grammar.Scylla(2026, 2))
        {
            target = Modifiers(target);
        }

        Expect(TokenKind.RightParen);
        return new CellAttributeTerm(attribute, target);
    }

    private FunctionCallTerm SelectorFunction()
    {
        QualifiedName name = FunctionName();
        Expect(TokenKind.LeftParen);
        ValueList<Term> arguments = Is(TokenKind.RightParen) ? ValueList<Term>.Empty : CommaList(SelectorArgument);
        Expect(TokenKind.RightParen);
        return new FunctionCallTerm(name, arguments);
    }

    // ScyllaDB takes columns and calls as arguments, values since 2026.1 (for similarity functions), and always the 1 of COUNT(1).
    private Term SelectorArgument()
    {
        bool value = _grammar.IsScylla
            && (_grammar.Scylla(2026, 1) ? StartsSimpleTerm(Current) : Is(TokenKind.Integer) && TextOf(Current) == "1");
        return value ? SimpleTerm() : Selection();
    }

    private TupleTerm SelectionTuple()
    {
        Expect(TokenKind.LeftParen);
        ValueList<Term> elements = CommaList(Selection);
        Expect(TokenKind.RightParen);
        return new TupleTerm(elements);
    }

    private Term SelectionMapOrSet()
    {
        Expect(TokenKind.LeftBrace);
        if (Accept(TokenKind.RightBrace))
        {
            return new SetTerm(ValueList<Term>.Empty);
        }

        Term first = Selection();
        Term result = Accept(TokenKind.Colon) ? MapRest(first, Selection) : new SetTerm(ListRest(first, Selection));
        Expect(TokenKind.RightBrace);
        return result;
    }

    // `(x) y`: x is a type when something that can be selected follows; else it is a column in parentheses.
    private TypeHintTerm? SelectionHint()
    {
        if (!IsIdentifier(1) && !IsAt(1, Keyword.SET) && !IsAt(1, TokenKind.String))
        {
            return null;
        }

        int mark = Mark();
        int depth = _depth;
        int typeDepth = _typeDepth;
        try
        {
            Take();
            CqlType type = Type();
            if (Accept(TokenKind.RightParen) && StartsSelector(0) && !Is(TokenKind.Minus) && !IsAlias(0))
            {
                Enter();
                Term value = SelectionBase();
                Leave();
                return new TypeHintTerm(type, value);
            }
        }
        catch (CqlSyntaxException error) when (error.Id != CqlErrorId.LimitExceeded)
        {
            // Not a type after all: read again as a selection, which reports what is wrong.
        }

        _at = mark;
        _depth = depth;
        _typeDepth = typeDepth;
        return null;
    }

    private bool StartsSelector(int offset)
    {
        Token token = Peek(offset);
        return IsIdentifier(offset) || StartsSimpleTerm(token) || token.Kind == TokenKind.Minus
            || (token.Kind == TokenKind.Word && token.Keyword is Keyword.NAN or Keyword.INFINITY or Keyword.NULL or Keyword.TOKEN or Keyword.CAST);
    }
}
