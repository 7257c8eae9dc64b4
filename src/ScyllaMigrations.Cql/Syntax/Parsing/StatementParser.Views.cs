namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateMaterializedViewStatement CreateMaterializedView()
    {
        Expect(Keyword.MATERIALIZED);
        Expect(Keyword.VIEW);
        bool ifNotExists = IfNotExists();
        QualifiedName view = Qualified();
        Expect(Keyword.AS);
        Expect(Keyword.SELECT);
        ValueList<Selector> selectors = Selectors();
        Expect(Keyword.FROM);
        QualifiedName table = Qualified();
        ValueList<Relation> where = Accept(Keyword.WHERE) ? Where() : ValueList<Relation>.Empty;
        Expect(Keyword.PRIMARY);
        Expect(Keyword.KEY);
        PrimaryKeyDefinition key = PrimaryKey(_grammar.IsScylla ? Column : Identifier);
        Token with = Current;
        TableProperties properties = Accept(Keyword.WITH) ? TableProperties() : new TableProperties();
        if (properties.CompactStorage && _grammar.Cassandra(4, 0))
        {
            throw NotAllowed("COMPACT STORAGE views were removed in Cassandra 4.0", with.Span);
        }

        return new CreateMaterializedViewStatement(
            view,
            ifNotExists,
            selectors,
            table,
            where,
            key,
            ValueList.From(properties.Options),
            ValueList.From(properties.Order),
            properties.CompactStorage);
    }

    private AlterMaterializedViewStatement AlterMaterializedView()
    {
        Expect(Keyword.MATERIALIZED);
        Expect(Keyword.VIEW);
        bool ifExists = AlterIfExists("ALTER MATERIALIZED VIEW");
        QualifiedName view = Qualified();
        Expect(Keyword.WITH);
        return new AlterMaterializedViewStatement(view, ifExists, Properties());
    }

    private DropMaterializedViewStatement DropMaterializedView()
    {
        Expect(Keyword.MATERIALIZED);
        Expect(Keyword.VIEW);
        bool ifExists = IfExists();
        return new DropMaterializedViewStatement(Qualified(), ifExists);
    }

    private PruneMaterializedViewStatement Prune()
    {
        Expect(Keyword.PRUNE);
        Expect(Keyword.MATERIALIZED);
        Expect(Keyword.VIEW);
        QualifiedName view = Qualified();
        ValueList<Relation> where = Accept(Keyword.WHERE) ? Where() : ValueList<Relation>.Empty;
        UsingParts parts = _grammar.Scylla(2026, 1) ? UsingParts.Timeout | UsingParts.Concurrency : UsingParts.Timeout;
        return new PruneMaterializedViewStatement(view, where, Using(parts, repeat: _grammar.Scylla(2026, 1)));
    }
}
