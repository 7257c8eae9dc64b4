namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateIndexStatement CreateIndex()
    {
        bool custom = Accept(Keyword.CUSTOM);
        Expect(Keyword.INDEX);
        bool ifNotExists = IfNotExists();
        string? name = Is(Keyword.ON) ? null : Identifier();
        Expect(Keyword.ON);
        QualifiedName table = Qualified();
        Expect(TokenKind.LeftParen);
        ValueList<IndexTarget> targets = Is(TokenKind.RightParen) ? ValueList<IndexTarget>.Empty : CommaList(IndexTarget);
        Expect(TokenKind.RightParen);
        string? className = Accept(Keyword.USING) ? ExpectString() : null;
        TableProperties properties = new();
        if (Accept(Keyword.WITH))
        {
            // ScyllaDB 2026.1: options of the index's view, its clustering order among them.
            if (_grammar.Scylla(2026, 1))
            {
                properties = TableProperties();
            }
            else
            {
                properties.Options.AddRange(Properties());
            }
        }

        return new CreateIndexStatement(
            table,
            name,
            ifNotExists,
            targets,
            custom,
            className,
            ValueList.From(properties.Options),
            ValueList.From(properties.Order),
            properties.CompactStorage);
    }

    private IndexTarget IndexTarget()
    {
        if (IsAt(1, TokenKind.LeftParen) && Current.Kind == TokenKind.Word)
        {
            IndexTargetKind? kind = Current.Keyword switch
            {
                Keyword.VALUES => IndexTargetKind.Values,
                Keyword.KEYS => IndexTargetKind.Keys,
                Keyword.ENTRIES => IndexTargetKind.Entries,
                Keyword.FULL => IndexTargetKind.Full,
                _ => null,
            };
            if (kind is not null)
            {
                Take();
                Take();
                string column = Column();
                Expect(TokenKind.RightParen);
                return new IndexTarget(kind.Value, ValueList.Of(column));
            }
        }

        if (_grammar.IsScylla && Accept(TokenKind.LeftParen))
        {
            ValueList<string> columns = Columns();
            Expect(TokenKind.RightParen);
            return new IndexTarget(IndexTargetKind.PartitionKey, columns);
        }

        return new IndexTarget(IndexTargetKind.Column, ValueList.Of(Column()));
    }

    private DropIndexStatement DropIndex()
    {
        Take();
        bool ifExists = IfExists();
        return new DropIndexStatement(Qualified(), ifExists);
    }
}
