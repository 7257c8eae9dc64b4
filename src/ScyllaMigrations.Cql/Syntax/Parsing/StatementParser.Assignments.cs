namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private static readonly QualifiedName TimeuuidListIndex = new(null, "scylla_timeuuid_list_index");
    private static readonly QualifiedName CounterShardList = new(null, "scylla_counter_shard_list");

    private Assignment Assignment()
    {
        string column = Column();
        if (Accept(TokenKind.Equal))
        {
            return SimpleAssignment(column);
        }

        if (Accept(TokenKind.LeftBracket))
        {
            Term key = _grammar.IsScylla && Is(Keyword.SCYLLA_TIMEUUID_LIST_INDEX) ? Wrapped(TimeuuidListIndex) : Term();
            Expect(TokenKind.RightBracket);
            Expect(TokenKind.Equal);
            return new ElementAssignment(column, key, Term());
        }

        if (Accept(TokenKind.Dot))
        {
            string field = Identifier();
            Expect(TokenKind.Equal);
            return new FieldAssignment(column, field, Term());
        }

        if (_grammar.IsCassandra && Accept(TokenKind.PlusEqual))
        {
            return new AddAssignment(column, Term());
        }

        if (_grammar.IsCassandra && Accept(TokenKind.MinusEqual))
        {
            return new SubtractAssignment(column, Term());
        }

        throw Unexpected();
    }

    private FunctionCallTerm Wrapped(QualifiedName name)
    {
        Take();
        Expect(TokenKind.LeftParen);
        Term inner = Term();
        Expect(TokenKind.RightParen);
        return new FunctionCallTerm(name, ValueList.Of(inner));
    }

    private Assignment SimpleAssignment(string column)
    {
        if (_grammar.IsScylla && Is(Keyword.SCYLLA_COUNTER_SHARD_LIST))
        {
            return new SetAssignment(column, Wrapped(CounterShardList));
        }

        if (IsColumn() && !IsFunctionCall() && !(Is(Keyword.CAST) && IsAt(1, TokenKind.LeftParen)))
        {
            return ColumnAssignment(column);
        }

        Term value = Term();
        if (!Accept(TokenKind.Plus))
        {
            return new SetAssignment(column, value);
        }

        Same(column);
        return new PrependAssignment(column, value);
    }

    // `c = c + 1`, `c = c - 1`, and `c = c -1`, where the lexer has made the sign part of the number.
    private Assignment ColumnAssignment(string column)
    {
        Same(column);
        if (Accept(TokenKind.Plus))
        {
            return new AddAssignment(column, Term());
        }

        if (Accept(TokenKind.Minus))
        {
            return new SubtractAssignment(column, Term());
        }

        return new AddAssignment(column, new ConstantTerm(ConstantKind.Integer, TextOf(Expect(TokenKind.Integer))));
    }

    private void Same(string column)
    {
        SourceSpan span = Current.Span;
        string other = Column();
        if (other != column)
        {
            throw NotAllowed($"'{column}' can only be computed from itself, not from '{other}'", span);
        }
    }
}
