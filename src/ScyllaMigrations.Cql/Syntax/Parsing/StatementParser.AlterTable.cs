namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private AlterTableStatement AlterTable()
    {
        Take();
        bool ifExists = AlterIfExists("ALTER TABLE");
        QualifiedName table = Qualified();
        return new AlterTableStatement(table, ifExists, AlterTableAction());
    }

    private AlterTableAction AlterTableAction()
    {
        if (Accept(Keyword.ADD))
        {
            bool ifNotExists = AlterIfNotExists("ADD");
            return new AddColumns(OneOrParenthesized(() => ColumnDefinition(inTable: false)), ifNotExists);
        }

        if (Accept(Keyword.DROP))
        {
            return DropFromTable();
        }

        if (Accept(Keyword.WITH))
        {
            return new SetTableOptions(Properties());
        }

        if (Accept(Keyword.RENAME))
        {
            bool ifExists = AlterIfExists("RENAME");
            return new RenameColumns(AndList(() => Rename(_grammar.IsScylla ? Column : Identifier)), ifExists);
        }

        if (Accept(Keyword.ALTER))
        {
            return AlterColumn();
        }

        if (_grammar.Scylla(2026, 2) && Accept(Keyword.TTL))
        {
            return new SetRowTimeToLive(Accept(Keyword.NULL) ? null : Column());
        }

        throw Unexpected();
    }

    private ValueList<T> OneOrParenthesized<T>(System.Func<T> item)
    {
        if (!Accept(TokenKind.LeftParen))
        {
            return ValueList.Of(item());
        }

        ValueList<T> items = CommaList(item);
        Expect(TokenKind.RightParen);
        return items;
    }

    private AlterTableAction DropFromTable()
    {
        if (_grammar.IsCassandra && Is(Keyword.COMPACT) && IsAt(1, Keyword.STORAGE))
        {
            Take();
            Take();
            return new DropCompactStorage();
        }

        bool ifExists = AlterIfExists("DROP");
        ValueList<string> columns = OneOrParenthesized<string>(_grammar.IsScylla ? Column : Identifier);
        bool hasTimestamp = (_grammar.IsCassandra || _grammar.Scylla(6, 0)) && Accept(Keyword.USING);
        if (!hasTimestamp)
        {
            return new DropColumns(columns, ifExists);
        }

        Expect(Keyword.TIMESTAMP);
        Term timestamp = _grammar.IsCassandra
            ? new ConstantTerm(ConstantKind.Integer, TextOf(Expect(TokenKind.Integer)))
            : IntegerOrMarker();
        return new DropColumns(columns, ifExists, timestamp);
    }

    private Rename Rename(System.Func<string> name)
    {
        string from = name();
        Expect(Keyword.TO);
        return new Rename(from, name());
    }

    private AlterTableAction AlterColumn()
    {
        bool ifExists = _grammar.HasMasking && IfExists();
        string column = Column();
        if (!ifExists && Accept(Keyword.TYPE))
        {
            return new AlterColumnType(column, Type());
        }

        if (!_grammar.HasMasking)
        {
            throw Unexpected();
        }

        if (Accept(Keyword.DROP))
        {
            Expect(Keyword.MASKED);
            return new MaskColumn(column, null, ifExists);
        }

        return new MaskColumn(column, Mask(), ifExists);
    }

    private Term IntegerOrMarker()
    {
        if (IsMarker())
        {
            return Marker();
        }

        return new ConstantTerm(ConstantKind.Integer, TextOf(Expect(TokenKind.Integer)));
    }
}
