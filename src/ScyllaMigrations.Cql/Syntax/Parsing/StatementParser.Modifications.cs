using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private DmlStatement Insert()
    {
        Expect(Keyword.INSERT);
        Expect(Keyword.INTO);
        QualifiedName table = Qualified();
        if (Accept(Keyword.JSON))
        {
            return InsertJson(table);
        }

        ValueList<string> columns = ParenthesizedColumns();
        Expect(Keyword.VALUES);
        Expect(TokenKind.LeftParen);
        ValueList<Term> values = CommaList(Term);
        Expect(TokenKind.RightParen);
        bool ifNotExists = IfNotExists();
        return new InsertStatement(table, columns, values, ifNotExists, ModificationUsing());
    }

    private InsertJsonStatement InsertJson(QualifiedName table)
    {
        Term json = IsMarker() ? Marker() : new ConstantTerm(ConstantKind.String, ExpectString());
        JsonDefault missing = JsonDefault.Unspecified;
        if (Accept(Keyword.DEFAULT))
        {
            missing = Accept(Keyword.NULL) ? JsonDefault.Null : JsonDefault.Unset;
            if (missing == JsonDefault.Unset)
            {
                Expect(Keyword.UNSET);
            }
        }

        bool ifNotExists = IfNotExists();
        return new InsertJsonStatement(table, json, missing, ifNotExists, ModificationUsing());
    }

    private UpdateStatement Update()
    {
        Expect(Keyword.UPDATE);
        QualifiedName table = Qualified();
        UsingClause usingClause = ModificationUsing();
        Expect(Keyword.SET);
        List<Assignment> assignments = [];
        Dictionary<string, bool> written = new(System.StringComparer.Ordinal);
        do
        {
            Token start = Current;
            Assignment assignment = Assignment();
            bool whole = assignment is SetAssignment;
            if (written.TryGetValue(assignment.Column, out bool wholeBefore) && (whole || wholeBefore))
            {
                throw NotAllowed($"the column '{assignment.Column}' is set more than once", start.Span);
            }

            written[assignment.Column] = whole;
            assignments.Add(assignment);
        }
        while (Accept(TokenKind.Comma));

        Expect(Keyword.WHERE);
        ValueList<Relation> where = Where();
        ValueList<Condition> conditions = Conditions(out bool ifExists);
        return new UpdateStatement(table, usingClause, ValueList.From(assignments), where, ifExists, conditions);
    }

    private ValueList<Condition> Conditions(out bool ifExists)
    {
        ifExists = false;
        if (!Accept(Keyword.IF))
        {
            return ValueList<Condition>.Empty;
        }

        // EXISTS is also a column: `IF exists = 1`.
        if (Is(Keyword.EXISTS) && (IsAt(1, TokenKind.Semicolon) || IsAt(1, TokenKind.EndOfInput) || Peek(1).Kind == TokenKind.Word))
        {
            bool isColumn = IsAt(1, Keyword.IN) || IsAt(1, Keyword.CONTAINS) || IsAt(1, Keyword.LIKE) || IsAt(1, Keyword.NOT);
            if (!isColumn)
            {
                Take();
                ifExists = true;
                return ValueList<Condition>.Empty;
            }
        }

        _expected.Add(Current.Start, "EXISTS");
        return AndList(Condition);
    }

    private Condition Condition()
    {
        string column = Column();
        Term? element = null;
        string? field = null;
        if (Accept(TokenKind.LeftBracket))
        {
            element = Term();
            Expect(TokenKind.RightBracket);
        }
        else if ((_grammar.IsCassandra || _grammar.Scylla(2026, 2)) && Accept(TokenKind.Dot))
        {
            field = Identifier();
        }

        if (Accept(Keyword.IN))
        {
            return new Condition(column, RelationOperator.In, InValues(), element, field);
        }

        if (_grammar.Scylla(2025, 1) && Accept(Keyword.NOT))
        {
            Expect(Keyword.IN);
            return new Condition(column, RelationOperator.NotIn, InValues(), element, field);
        }

        if (_grammar.Cassandra(5, 0) && element is null && field is null && Accept(Keyword.CONTAINS))
        {
            RelationOperator contains = Accept(Keyword.KEY) ? RelationOperator.ContainsKey : RelationOperator.Contains;
            return new Condition(column, contains, Term());
        }

        return new Condition(column, Comparison(), Term(), element, field);
    }

    private DeleteStatement Delete()
    {
        Expect(Keyword.DELETE);
        ValueList<DeleteTarget> targets = Is(Keyword.FROM) ? ValueList<DeleteTarget>.Empty : CommaList(DeleteTarget);
        Expect(Keyword.FROM);
        QualifiedName table = Qualified();
        UsingClause usingClause = _grammar.IsScylla
            ? Using(UsingParts.Timestamp | UsingParts.Timeout, repeat: true)
            : Using(UsingParts.Timestamp, repeat: false);
        Expect(Keyword.WHERE);
        ValueList<Relation> where = Where();
        ValueList<Condition> conditions = Conditions(out bool ifExists);
        bool bypass = _grammar.Scylla(2026, 3) && Accept(Keyword.BYPASS);
        if (bypass)
        {
            Expect(Keyword.LARGE_DATA_GUARDRAILS);
        }

        return new DeleteStatement(table, targets, usingClause, where, ifExists, conditions, bypass);
    }

    private DeleteTarget DeleteTarget()
    {
        string column = Column();
        if (Accept(TokenKind.LeftBracket))
        {
            Term element = Term();
            Expect(TokenKind.RightBracket);
            return new DeleteTarget(column, element);
        }

        return Accept(TokenKind.Dot) ? new DeleteTarget(column, null, Identifier()) : new DeleteTarget(column);
    }

    private BatchStatement Batch()
    {
        Expect(Keyword.BEGIN);
        BatchKind kind = Accept(Keyword.UNLOGGED) ? BatchKind.Unlogged
            : Accept(Keyword.COUNTER) ? BatchKind.Counter
            : BatchKind.Logged;
        Expect(Keyword.BATCH);
        UsingClause usingClause = ModificationUsing();
        List<DmlStatement> statements = [];
        while (!Accept(Keyword.APPLY))
        {
            statements.Add(BatchedStatement());
            Accept(TokenKind.Semicolon);
        }

        Expect(Keyword.BATCH);
        return new BatchStatement(kind, usingClause, ValueList.From(statements));
    }

    private DmlStatement BatchedStatement()
    {
        switch (Current.Kind == TokenKind.Word ? Current.Keyword : Keyword.None)
        {
            case Keyword.INSERT: return Insert();
            case Keyword.UPDATE: return Update();
            case Keyword.DELETE: return Delete();
            default:
                ExpectKinds("INSERT", "UPDATE");
                throw Unexpected("DELETE");
        }
    }
}
