namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CqlStatement List()
    {
        Expect(Keyword.LIST);
        if (Accept(Keyword.ROLES))
        {
            string? of = Accept(Keyword.OF) ? RoleName() : null;
            return new ListRolesStatement(of, Recursive: !Accept(Keyword.NORECURSIVE));
        }

        if (Accept(Keyword.USERS))
        {
            return new ListUsersStatement();
        }

        if (_grammar.IsScylla && ListServiceLevels() is { } levels)
        {
            return levels;
        }

        if (Current.Kind != TokenKind.Word || !(Is(Keyword.ALL) || IsPermissionWord(Current.Keyword)))
        {
            throw Unexpected("a permission");
        }

        ValueList<string> permissions = Permissions();
        PermissionResource? resource = Accept(Keyword.ON) ? Resource() : null;
        string? role = Accept(Keyword.OF) ? RoleName() : null;
        return new ListPermissionsStatement(permissions, resource, role, Recursive: !Accept(Keyword.NORECURSIVE));
    }

    private QueryStatement? ListServiceLevels()
    {
        if (Is(Keyword.ALL) && (IsAt(1, Keyword.SERVICE_LEVELS) || (IsAt(1, Keyword.SERVICE) && IsAt(2, Keyword.LEVELS))))
        {
            Take();
            ExpectServiceLevels();
            return new ListServiceLevelStatement(null);
        }

        if (Is(Keyword.ALL) && IsAt(1, Keyword.ATTACHED))
        {
            Take();
            Take();
            ExpectServiceLevels();
            return new ListAttachedServiceLevelStatement(null);
        }

        if (Accept(Keyword.ATTACHED))
        {
            ExpectServiceLevel();
            Expect(Keyword.OF);
            return new ListAttachedServiceLevelStatement(ServiceLevelName());
        }

        if (_grammar.Scylla(6, 0) && Accept(Keyword.EFFECTIVE))
        {
            ExpectServiceLevel();
            Expect(Keyword.OF);
            return new ListEffectiveServiceLevelStatement(ServiceLevelName());
        }

        return AcceptServiceLevel() ? new ListServiceLevelStatement(ServiceLevelName()) : null;
    }

    private void ExpectServiceLevels()
    {
        if (Accept(Keyword.SERVICE_LEVELS))
        {
            return;
        }

        Expect(Keyword.SERVICE);
        Expect(Keyword.LEVELS);
    }

    private bool AcceptServiceLevel()
    {
        if (Accept(Keyword.SERVICE_LEVEL))
        {
            return true;
        }

        if (!Accept(Keyword.SERVICE))
        {
            return false;
        }

        Expect(Keyword.LEVEL);
        return true;
    }

    private void ExpectServiceLevel()
    {
        if (!AcceptServiceLevel())
        {
            throw Unexpected();
        }
    }

    private string ServiceLevelName()
    {
        if (Accept(Keyword.DEFAULT))
        {
            return "default";
        }

        return RoleName();
    }

    private CreateServiceLevelStatement CreateServiceLevel()
    {
        ExpectServiceLevel();
        bool ifNotExists = IfNotExists();
        string name = ServiceLevelName();
        return new CreateServiceLevelStatement(name, ifNotExists, OptionalProperties());
    }

    private AlterServiceLevelStatement AlterServiceLevel()
    {
        ExpectServiceLevel();
        string name = ServiceLevelName();
        Expect(Keyword.WITH);
        return new AlterServiceLevelStatement(name, Properties());
    }

    private DropServiceLevelStatement DropServiceLevel()
    {
        ExpectServiceLevel();
        bool ifExists = IfExists();
        return new DropServiceLevelStatement(ServiceLevelName(), ifExists);
    }

    private AttachServiceLevelStatement AttachServiceLevel()
    {
        Expect(Keyword.ATTACH);
        ExpectServiceLevel();
        string name = ServiceLevelName();
        Expect(Keyword.TO);
        return new AttachServiceLevelStatement(name, ServiceLevelName());
    }

    private DetachServiceLevelStatement DetachServiceLevel()
    {
        Expect(Keyword.DETACH);
        ExpectServiceLevel();
        Expect(Keyword.FROM);
        return new DetachServiceLevelStatement(ServiceLevelName());
    }
}
