using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateTableStatement CreateTable()
    {
        Take();
        bool ifNotExists = IfNotExists();
        QualifiedName table = Qualified();
        List<ColumnDefinition> columns = [];
        List<PrimaryKeyDefinition> keys = [];
        Expect(TokenKind.LeftParen);
        TableElement(columns, keys);
        while (Accept(TokenKind.Comma))
        {
            // Both servers take empty places after the first comma: `(a int PRIMARY KEY,)`.
            if (!Is(TokenKind.Comma) && !Is(TokenKind.RightParen))
            {
                TableElement(columns, keys);
            }
        }

        Expect(TokenKind.RightParen);
        TableProperties properties = Accept(Keyword.WITH) ? TableProperties() : new TableProperties();
        return new CreateTableStatement(
            table,
            ifNotExists,
            ValueList.From(columns),
            ValueList.From(keys),
            ValueList.From(properties.Options),
            ValueList.From(properties.Order),
            properties.CompactStorage);
    }

    private void TableElement(List<ColumnDefinition> columns, List<PrimaryKeyDefinition> keys)
    {
        if (Accept(Keyword.PRIMARY))
        {
            Expect(Keyword.KEY);
            keys.Add(PrimaryKey(Identifier));
            return;
        }

        ColumnDefinition column = ColumnDefinition(inTable: true);
        columns.Add(column);
        if (Accept(Keyword.PRIMARY))
        {
            Expect(Keyword.KEY);
            keys.Add(new PrimaryKeyDefinition(ValueList.Of(column.Name), ValueList<string>.Empty));
        }
    }

    private ColumnDefinition ColumnDefinition(bool inTable)
    {
        string name = inTable || _grammar.IsCassandra ? Identifier() : Column();
        CqlType type = Type();
        bool timeToLive = inTable && _grammar.Scylla(2026, 2) && Accept(Keyword.TTL);
        bool isStatic = Accept(Keyword.STATIC);
        ColumnMask? mask = _grammar.HasMasking && Is(Keyword.MASKED) ? Mask() : null;
        return new ColumnDefinition(name, type, isStatic, mask, timeToLive);
    }

    private ColumnMask Mask()
    {
        Expect(Keyword.MASKED);
        Expect(Keyword.WITH);
        if (Is(Keyword.DEFAULT) && !IsAt(1, TokenKind.LeftParen) && !IsAt(1, TokenKind.Dot))
        {
            Take();
            return new ColumnMask(new QualifiedName(null, "mask_default"), ValueList<Term>.Empty);
        }

        QualifiedName function = FunctionName();
        Expect(TokenKind.LeftParen);
        ValueList<Term> arguments = Is(TokenKind.RightParen) ? ValueList<Term>.Empty : CommaList(Term);
        Expect(TokenKind.RightParen);
        return new ColumnMask(function, arguments);
    }

    /// <summary>`(a, b)` or `((a, b), c)` after PRIMARY KEY.</summary>
    private PrimaryKeyDefinition PrimaryKey(System.Func<string> column)
    {
        Expect(TokenKind.LeftParen);
        ValueList<string> partition;
        if (Accept(TokenKind.LeftParen))
        {
            partition = CommaList(column);
            Expect(TokenKind.RightParen);
        }
        else
        {
            _expected.Add(Current.Start, TokenNames.Of(TokenKind.LeftParen));
            partition = ValueList.Of(column());
        }

        ValueList<string> clustering = Accept(TokenKind.Comma) ? CommaList(column) : ValueList<string>.Empty;
        Expect(TokenKind.RightParen);
        return new PrimaryKeyDefinition(partition, clustering);
    }

    private TableProperties TableProperties()
    {
        TableProperties properties = new();
        _propertyNames.Clear();
        do
        {
            if (Is(Keyword.COMPACT) && !IsAt(1, TokenKind.Equal))
            {
                Take();
                Expect(Keyword.STORAGE);
                properties.CompactStorage = true;
            }
            else if (Is(Keyword.CLUSTERING) && !IsAt(1, TokenKind.Equal))
            {
                Take();
                Expect(Keyword.ORDER);
                Expect(Keyword.BY);
                Expect(TokenKind.LeftParen);
                properties.Order.AddRange(CommaList(ClusteringOrder));
                Expect(TokenKind.RightParen);
            }
            else
            {
                AddProperty(properties.Options);
            }
        }
        while (Accept(Keyword.AND));

        return properties;
    }

    private ClusteringOrder ClusteringOrder()
    {
        string column = Identifier();
        if (Accept(Keyword.ASC))
        {
            return new ClusteringOrder(column, Descending: false);
        }

        Expect(Keyword.DESC);
        return new ClusteringOrder(column, Descending: true);
    }

    private DropTableStatement DropTable()
    {
        Take();
        bool ifExists = IfExists();
        return new DropTableStatement(Qualified(), ifExists);
    }

    private TruncateStatement Truncate()
    {
        Expect(Keyword.TRUNCATE);
        Accept(Keyword.TABLE);
        QualifiedName table = Qualified();
        return new TruncateStatement(table, _grammar.IsScylla ? Using(UsingParts.Timeout, repeat: false) : UsingClause.None);
    }
}
