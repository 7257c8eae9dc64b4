namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateFunctionStatement CreateFunction(bool orReplace)
    {
        Expect(Keyword.FUNCTION);
        // ScyllaDB's grammar has either OR REPLACE or IF NOT EXISTS.
        bool ifNotExists = !(orReplace && _grammar.IsScylla) && IfNotExists();
        QualifiedName name = FunctionName();
        Expect(TokenKind.LeftParen);
        ValueList<FunctionArgument> arguments = Is(TokenKind.RightParen)
            ? ValueList<FunctionArgument>.Empty
            : CommaList(FunctionArgument);
        Expect(TokenKind.RightParen);
        bool called = Accept(Keyword.CALLED);
        if (!called)
        {
            Expect(Keyword.RETURNS);
            Expect(Keyword.NULL);
        }

        Expect(Keyword.ON);
        Expect(Keyword.NULL);
        Expect(Keyword.INPUT);
        Expect(Keyword.RETURNS);
        CqlType returns = Type();
        Expect(Keyword.LANGUAGE);
        Token language = Current;
        if (language.Kind != TokenKind.Word || _grammar.ClassOf(language.Keyword) != WordClass.Name)
        {
            throw Unexpected("a language");
        }

        Take();
        Expect(Keyword.AS);
        return new CreateFunctionStatement(
            name, orReplace, ifNotExists, arguments, called, returns, CqlIdentifier.Fold(TextOf(language)), ExpectString());
    }

    private FunctionArgument FunctionArgument()
    {
        string name = Identifier();
        return new FunctionArgument(name, Type());
    }

    private CreateAggregateStatement CreateAggregate(bool orReplace)
    {
        Expect(Keyword.AGGREGATE);
        bool ifNotExists = IfNotExists();
        QualifiedName name = FunctionName();
        ValueList<CqlType> arguments = ArgumentTypes();
        Expect(Keyword.SFUNC);
        string stateFunction = SimpleFunctionName();
        Expect(Keyword.STYPE);
        CqlType stateType = Type();
        string? reduce = _grammar.IsScylla && Accept(Keyword.REDUCEFUNC) ? SimpleFunctionName() : null;
        string? final = Accept(Keyword.FINALFUNC) ? SimpleFunctionName() : null;
        Term? initial = Accept(Keyword.INITCOND) ? Term() : null;
        return new CreateAggregateStatement(
            name, orReplace, ifNotExists, arguments, stateFunction, stateType, reduce, final, initial);
    }

    private ValueList<CqlType> ArgumentTypes()
    {
        Expect(TokenKind.LeftParen);
        ValueList<CqlType> types = Is(TokenKind.RightParen) ? ValueList<CqlType>.Empty : CommaList(Type);
        Expect(TokenKind.RightParen);
        return types;
    }

    private DropFunctionStatement DropFunction()
    {
        Take();
        bool ifExists = IfExists();
        QualifiedName name = FunctionName();
        return new DropFunctionStatement(name, Is(TokenKind.LeftParen) ? ArgumentTypes() : null, ifExists);
    }

    private DropAggregateStatement DropAggregate()
    {
        Take();
        bool ifExists = IfExists();
        QualifiedName name = FunctionName();
        return new DropAggregateStatement(name, Is(TokenKind.LeftParen) ? ArgumentTypes() : null, ifExists);
    }

    private CreateTriggerStatement CreateTrigger()
    {
        Take();
        bool ifNotExists = IfNotExists();
        string name = Identifier();
        Expect(Keyword.ON);
        QualifiedName table = Qualified();
        Expect(Keyword.USING);
        return new CreateTriggerStatement(name, table, ExpectString(), ifNotExists);
    }

    private DropTriggerStatement DropTrigger()
    {
        Take();
        bool ifExists = IfExists();
        string name = Identifier();
        Expect(Keyword.ON);
        return new DropTriggerStatement(name, Qualified(), ifExists);
    }
}
