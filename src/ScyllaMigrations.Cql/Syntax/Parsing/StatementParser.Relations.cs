namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private ValueList<Relation> Where() => AndList(Relation);

    private Relation Relation()
    {
        Enter();
        Relation relation = RelationBody();
        Leave();
        return relation;
    }

    private Relation RelationBody()
    {
        if (Accept(TokenKind.ExprOpen))
        {
            string index = Identifier();
            Expect(TokenKind.Comma);
            Term value = Term();
            Expect(TokenKind.RightParen);
            return new CustomIndexRelation(index, value);
        }

        if (Is(Keyword.TOKEN) && IsAt(1, TokenKind.LeftParen))
        {
            Take();
            ValueList<string> columns = ParenthesizedColumns();
            return new TokenRelation(columns, Comparison(), Term());
        }

        if (Is(TokenKind.LeftParen))
        {
            return IsColumn(1) && (IsAt(2, TokenKind.Comma) || IsAt(2, TokenKind.RightParen)) ? TupleRelation() : NestedRelation();
        }

        if (_grammar.Scylla(2026, 3) && IsFunctionCall())
        {
            FunctionCallTerm function = SelectorFunction();
            return new FunctionRelation(function, Comparison(), Term());
        }

        return ColumnRelation();
    }

    private Relation NestedRelation()
    {
        Expect(TokenKind.LeftParen);
        Relation inner = Is(TokenKind.ExprOpen) ? throw Unexpected("a relation") : Relation();
        Expect(TokenKind.RightParen);
        return inner;
    }

    private Relation ColumnRelation()
    {
        string column = Column();
        if (Accept(TokenKind.LeftBracket))
        {
            Term key = Term();
            Expect(TokenKind.RightBracket);
            return new ElementRelation(column, key, Comparison(), Term());
        }

        if (Accept(Keyword.IS))
        {
            Expect(Keyword.NOT);
            Expect(Keyword.NULL);
            return new IsNotNullRelation(column);
        }

        if (Accept(Keyword.IN))
        {
            return new ColumnRelation(column, RelationOperator.In, InValues());
        }

        if (_grammar.Scylla(2025, 1) && Accept(Keyword.NOT))
        {
            Expect(Keyword.IN);
            return new ColumnRelation(column, RelationOperator.NotIn, InValues());
        }

        if (Accept(Keyword.CONTAINS))
        {
            RelationOperator contains = Accept(Keyword.KEY) ? RelationOperator.ContainsKey : RelationOperator.Contains;
            return new ColumnRelation(column, contains, Term());
        }

        if (_grammar.IsCassandra && Accept(Keyword.LIKE))
        {
            return new ColumnRelation(column, RelationOperator.Like, Term());
        }

        return new ColumnRelation(column, Comparison(), Term());
    }

    private RelationOperator Comparison()
    {
        RelationOperator? found = Current.Kind switch
        {
            TokenKind.Equal => RelationOperator.Equal,
            TokenKind.NotEqual => RelationOperator.NotEqual,
            TokenKind.Less => RelationOperator.Less,
            TokenKind.LessOrEqual => RelationOperator.LessOrEqual,
            TokenKind.Greater => RelationOperator.Greater,
            TokenKind.GreaterOrEqual => RelationOperator.GreaterOrEqual,
            TokenKind.Word when _grammar.IsScylla && Is(Keyword.LIKE) => RelationOperator.Like,
            _ => null,
        };
        if (found is null)
        {
            throw Unexpected("a comparison");
        }

        Take();
        return found.Value;
    }

    private Term InValues()
    {
        if (IsMarker())
        {
            return Marker();
        }

        Expect(TokenKind.LeftParen);
        ValueList<Term> values = Is(TokenKind.RightParen) ? ValueList<Term>.Empty : CommaList(Term);
        Expect(TokenKind.RightParen);
        return new TupleTerm(values);
    }

    private ValueList<string> ParenthesizedColumns()
    {
        Expect(TokenKind.LeftParen);
        ValueList<string> columns = Columns();
        Expect(TokenKind.RightParen);
        return columns;
    }

    private TupleRelation TupleRelation()
    {
        ValueList<string> columns = ParenthesizedColumns();
        if (Accept(Keyword.IN))
        {
            return new TupleRelation(columns, RelationOperator.In, TupleInValues());
        }

        RelationOperator comparison = Comparison();
        bool bound = _grammar.IsScylla && Accept(Keyword.SCYLLA_CLUSTERING_BOUND);
        return new TupleRelation(columns, comparison, IsMarker() && !bound ? Marker() : TupleLiteral(), bound);
    }

    // All tuples or all markers, never mixed.
    private Term TupleInValues()
    {
        if (IsMarker())
        {
            return Marker();
        }

        Expect(TokenKind.LeftParen);
        ValueList<Term> values = Is(TokenKind.RightParen) ? ValueList<Term>.Empty
            : IsMarker() ? CommaList<Term>(Marker)
            : CommaList<Term>(TupleLiteral);
        Expect(TokenKind.RightParen);
        return new TupleTerm(values);
    }
}
