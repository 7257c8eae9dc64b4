namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateKeyspaceStatement CreateKeyspace()
    {
        Take();
        bool ifNotExists = IfNotExists();
        string name = Identifier();
        if (!_grammar.HasBareKeyspace)
        {
            Expect(Keyword.WITH);
            return new CreateKeyspaceStatement(name, ifNotExists, Properties());
        }

        return new CreateKeyspaceStatement(name, ifNotExists, OptionalProperties());
    }

    private AlterKeyspaceStatement AlterKeyspace()
    {
        Take();
        bool ifExists = AlterIfExists("ALTER KEYSPACE");
        string name = Identifier();
        Expect(Keyword.WITH);
        return new AlterKeyspaceStatement(name, ifExists, Properties());
    }

    private DropKeyspaceStatement DropKeyspace()
    {
        Take();
        bool ifExists = IfExists();
        return new DropKeyspaceStatement(Identifier(), ifExists);
    }

    private UseStatement Use()
    {
        Expect(Keyword.USE);
        return new UseStatement(Identifier());
    }
}
