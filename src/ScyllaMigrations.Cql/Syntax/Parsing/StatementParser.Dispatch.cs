namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    /// <summary>A statement, up to but not including its `;`.</summary>
    public CqlStatement Statement()
    {
        CqlStatement statement = StatementBody();
        if (!Is(TokenKind.Semicolon) && !Is(TokenKind.EndOfInput))
        {
            _expected.Add(Current.Start, TokenNames.Of(TokenKind.Semicolon));
            throw Unexpected(TokenNames.Of(TokenKind.EndOfInput));
        }

        return statement;
    }

    private CqlStatement StatementBody()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Word)
        {
            throw Unexpected("a statement");
        }

        switch (token.Keyword)
        {
            case Keyword.CREATE: return Create();
            case Keyword.ALTER: return Alter();
            case Keyword.DROP: return Drop();
            case Keyword.SELECT: return Select();
            case Keyword.INSERT: return Insert();
            case Keyword.UPDATE: return Update();
            case Keyword.DELETE: return Delete();
            case Keyword.BEGIN: return Batch();
            case Keyword.TRUNCATE: return Truncate();
            case Keyword.USE: return Use();
            case Keyword.GRANT: return Grant();
            case Keyword.REVOKE: return Revoke();
            case Keyword.LIST: return List();
            case Keyword.ADD when _grammar.HasIdentities: return AddIdentity();
            case Keyword.DESCRIBE or Keyword.DESC:
                return _grammar.HasDescribe ? Describe() : throw NotInDialect("DESCRIBE (there it is a command of cqlsh)", token.Span);
            case Keyword.PRUNE: return ScyllaOnly("PRUNE MATERIALIZED VIEW", Prune);
            case Keyword.ATTACH: return ScyllaOnly("ATTACH SERVICE LEVEL", AttachServiceLevel);
            case Keyword.DETACH: return ScyllaOnly("DETACH SERVICE LEVEL", DetachServiceLevel);
            default: throw Unexpected("a statement");
        }
    }

    private CqlStatement Create()
    {
        Expect(Keyword.CREATE);
        Token token = Current;
        switch (token.Kind == TokenKind.Word ? token.Keyword : Keyword.None)
        {
            case Keyword.KEYSPACE: return CreateKeyspace();
            case Keyword.SCHEMA: return SchemaAlias("CREATE") ? CreateKeyspace() : throw Unexpected();
            case Keyword.TABLE: return CreateTable();
            case Keyword.TYPE: return CreateType();
            case Keyword.CUSTOM or Keyword.INDEX: return CreateIndex();
            case Keyword.MATERIALIZED: return CreateMaterializedView();
            case Keyword.OR: return CreateOrReplace();
            case Keyword.FUNCTION: return CreateFunction(orReplace: false);
            case Keyword.AGGREGATE: return CreateAggregate(orReplace: false);
            case Keyword.TRIGGER: return _grammar.IsCassandra ? CreateTrigger() : throw NotInDialect("CREATE TRIGGER", token.Span);
            case Keyword.ROLE: return CreateRole();
            case Keyword.USER: return CreateUser();
            case Keyword.SERVICE_LEVEL or Keyword.SERVICE: return ScyllaOnly("CREATE SERVICE LEVEL", CreateServiceLevel);
            default:
                ExpectKinds(
                    "KEYSPACE", "TABLE", "TYPE", "INDEX", "CUSTOM INDEX", "MATERIALIZED VIEW", "FUNCTION", "AGGREGATE", "ROLE", "USER");
                throw Unexpected(_grammar.IsCassandra ? "TRIGGER" : "SERVICE LEVEL");
        }
    }

    private CqlStatement Alter()
    {
        Expect(Keyword.ALTER);
        Token token = Current;
        switch (token.Kind == TokenKind.Word ? token.Keyword : Keyword.None)
        {
            case Keyword.KEYSPACE: return AlterKeyspace();
            case Keyword.SCHEMA: return SchemaAlias("ALTER") ? AlterKeyspace() : throw Unexpected();
            case Keyword.TABLE: return AlterTable();
            case Keyword.TYPE: return AlterType();
            case Keyword.MATERIALIZED: return AlterMaterializedView();
            case Keyword.ROLE: return AlterRole();
            case Keyword.USER: return AlterUser();
            case Keyword.SERVICE_LEVEL or Keyword.SERVICE: return ScyllaOnly("ALTER SERVICE LEVEL", AlterServiceLevel);
            default:
                ExpectKinds("KEYSPACE", "TABLE", "TYPE", "MATERIALIZED VIEW", "ROLE");
                throw Unexpected("USER");
        }
    }

    private CqlStatement Drop()
    {
        Expect(Keyword.DROP);
        Token token = Current;
        switch (token.Kind == TokenKind.Word ? token.Keyword : Keyword.None)
        {
            case Keyword.KEYSPACE: return DropKeyspace();
            case Keyword.SCHEMA: return SchemaAlias("DROP") ? DropKeyspace() : throw Unexpected();
            case Keyword.TABLE: return DropTable();
            case Keyword.TYPE: return DropType();
            case Keyword.INDEX: return DropIndex();
            case Keyword.MATERIALIZED: return DropMaterializedView();
            case Keyword.FUNCTION: return DropFunction();
            case Keyword.AGGREGATE: return DropAggregate();
            case Keyword.TRIGGER: return _grammar.IsCassandra ? DropTrigger() : throw NotInDialect("DROP TRIGGER", token.Span);
            case Keyword.ROLE: return DropRole();
            case Keyword.USER: return DropUser();
            case Keyword.IDENTITY when _grammar.HasIdentities: return DropIdentity();
            case Keyword.SERVICE_LEVEL or Keyword.SERVICE: return ScyllaOnly("DROP SERVICE LEVEL", DropServiceLevel);
            default:
                ExpectKinds("KEYSPACE", "TABLE", "TYPE", "INDEX", "MATERIALIZED VIEW", "FUNCTION", "AGGREGATE", "ROLE");
                throw Unexpected("USER");
        }
    }

    private CqlStatement CreateOrReplace()
    {
        Expect(Keyword.OR);
        Expect(Keyword.REPLACE);
        if (Is(Keyword.FUNCTION))
        {
            return CreateFunction(orReplace: true);
        }

        _expected.Add(Current.Start, "FUNCTION");
        return Is(Keyword.AGGREGATE) ? CreateAggregate(orReplace: true) : throw Unexpected("AGGREGATE");
    }

    private bool SchemaAlias(string verb) =>
        _grammar.HasSchemaAlias
            ? true
            : throw NotInDialect($"{verb} SCHEMA (write {verb} KEYSPACE)", Current.Span);

    private CqlStatement ScyllaOnly(string what, System.Func<CqlStatement> rule) =>
        _grammar.IsScylla ? rule() : throw NotInDialect(what, Current.Span);

    private void ExpectKinds(params string[] names)
    {
        foreach (string name in names)
        {
            _expected.Add(Current.Start, name);
        }
    }
}
