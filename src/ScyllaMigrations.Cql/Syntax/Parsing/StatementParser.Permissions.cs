using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private DclStatement Grant()
    {
        Expect(Keyword.GRANT);
        if (!IsPermission())
        {
            string role = RoleName();
            Expect(Keyword.TO);
            return new GrantRoleStatement(role, RoleName());
        }

        Token start = Current;
        ValueList<string> permissions = Permissions();
        Expect(Keyword.ON);
        PermissionResource resource = Resource(permissions, start);
        Expect(Keyword.TO);
        return new GrantPermissionStatement(permissions, resource, RoleName());
    }

    private DclStatement Revoke()
    {
        Expect(Keyword.REVOKE);
        if (!IsPermission())
        {
            string role = RoleName();
            Expect(Keyword.FROM);
            return new RevokeRoleStatement(role, RoleName());
        }

        Token start = Current;
        ValueList<string> permissions = Permissions();
        Expect(Keyword.ON);
        PermissionResource resource = Resource(permissions, start);
        Expect(Keyword.FROM);
        return new RevokePermissionStatement(permissions, resource, RoleName());
    }

    // Some permissions are also names: then it is a role unless what follows belongs to a permission.
    private bool IsPermission()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Word || !(token.Keyword == Keyword.ALL || IsPermissionWord(token.Keyword)))
        {
            return false;
        }

        return _grammar.IsReserved(token.Keyword)
            || IsAt(1, Keyword.ON) || IsAt(1, Keyword.PERMISSION) || IsAt(1, Keyword.PERMISSIONS) || IsAt(1, TokenKind.Comma);
    }

    private bool IsPermissionWord(Keyword keyword) => keyword switch
    {
        Keyword.CREATE or Keyword.ALTER or Keyword.DROP or Keyword.SELECT or Keyword.MODIFY or Keyword.AUTHORIZE
            or Keyword.DESCRIBE or Keyword.EXECUTE => true,
        Keyword.UNMASK or Keyword.SELECT_MASKED => _grammar.HasMasking,
        Keyword.VECTOR_SEARCH_INDEXING => _grammar.Scylla(2025, 4),
        Keyword.TEXT_SEARCH_INDEXING => _grammar.Scylla(2026, 3),
        _ => false,
    };

    /// <summary>Upper case permissions; none for ALL.</summary>
    private ValueList<string> Permissions()
    {
        if (Accept(Keyword.ALL))
        {
            Accept(Keyword.PERMISSIONS);
            return ValueList<string>.Empty;
        }

        List<string> permissions = [Permission()];
        while (_grammar.HasPermissionLists && Accept(TokenKind.Comma))
        {
            string permission = Permission();
            if (!permissions.Contains(permission))
            {
                permissions.Add(permission);
            }
        }

        return ValueList.From(permissions);
    }

    private string Permission()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Word || !IsPermissionWord(token.Keyword))
        {
            throw Unexpected("a permission");
        }

        Take();
        Accept(Keyword.PERMISSION);
        return KeywordTable.Name(token.Keyword);
    }

    private PermissionResource Resource(ValueList<string> permissions, Token start)
    {
        PermissionResource resource = Resource();
        return _grammar.IsScylla || PermissionRules.AnyApplies(permissions, resource.Kind)
            ? resource
            : throw NotAllowed("none of these permissions exists for this kind of resource", start.Span);
    }

    private PermissionResource Resource()
    {
        if (Is(Keyword.ALL) && Peek(1).Kind == TokenKind.Word
            && Peek(1).Keyword is Keyword.KEYSPACES or Keyword.TABLES or Keyword.ROLES or Keyword.FUNCTIONS or Keyword.MBEANS)
        {
            Take();
            return AllOf(Take().Keyword);
        }

        if (Accept(Keyword.KEYSPACE))
        {
            return new PermissionResource(ResourceKind.Keyspace, Identifier());
        }

        if (Accept(Keyword.TABLE))
        {
            return TableResource();
        }

        // These words are also names of tables: `ON role` is a table, `ON ROLE r` a role.
        if (Is(Keyword.ROLE) && (IsIdentifier(1) || IsAt(1, TokenKind.String)))
        {
            Take();
            return new PermissionResource(ResourceKind.Role, null, RoleName());
        }

        if (Is(Keyword.FUNCTION) && Peek(1).Kind is TokenKind.Word or TokenKind.QuotedName && !IsAt(1, Keyword.TO) && !IsAt(1, Keyword.FROM))
        {
            Take();
            QualifiedName function = FunctionName();
            return new PermissionResource(ResourceKind.Function, function.Keyspace, function.Name, ArgumentTypes());
        }

        if (_grammar.IsCassandra && (Is(Keyword.MBEAN) || Is(Keyword.MBEANS)) && IsAt(1, TokenKind.String))
        {
            ResourceKind kind = Take().Keyword == Keyword.MBEAN ? ResourceKind.MBean : ResourceKind.MBeans;
            Token name = Current;
            string problem = PermissionRules.ObjectNameProblem(TextOf(name), kind == ResourceKind.MBeans);
            return problem.Length == 0
                ? new PermissionResource(kind, null, ExpectString())
                : throw NotAllowed(problem, name.Span);
        }

        return TableResource();
    }

    private PermissionResource TableResource()
    {
        QualifiedName table = Qualified();
        return new PermissionResource(ResourceKind.Table, table.Keyspace, table.Name);
    }

    private PermissionResource AllOf(Keyword what)
    {
        switch (what)
        {
            case Keyword.KEYSPACES:
                return new PermissionResource(ResourceKind.AllKeyspaces);
            case Keyword.ROLES:
                return new PermissionResource(ResourceKind.AllRoles);
            case Keyword.MBEANS when _grammar.IsCassandra:
                return new PermissionResource(ResourceKind.AllMBeans);
            case Keyword.FUNCTIONS when !Is(Keyword.IN):
                return new PermissionResource(ResourceKind.AllFunctions);
            case Keyword.FUNCTIONS:
            case Keyword.TABLES when _grammar.Cassandra(4, 1):
                Expect(Keyword.IN);
                Expect(Keyword.KEYSPACE);
                ResourceKind kind = what == Keyword.TABLES ? ResourceKind.AllTablesInKeyspace : ResourceKind.AllFunctionsInKeyspace;
                return new PermissionResource(kind, Identifier());
            default:
                throw NotInDialect($"ALL {KeywordTable.Name(what)}", Current.Span);
        }
    }
}
