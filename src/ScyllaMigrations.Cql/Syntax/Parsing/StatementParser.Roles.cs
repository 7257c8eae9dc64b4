namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateRoleStatement CreateRole()
    {
        Take();
        bool ifNotExists = IfNotExists();
        string role = RoleName();
        return new CreateRoleStatement(role, ifNotExists, Accept(Keyword.WITH) ? Options() : RoleOptions.None);
    }

    private AlterRoleStatement AlterRole()
    {
        Take();
        bool ifExists = AlterIfExists("ALTER ROLE");
        string role = RoleName();
        return new AlterRoleStatement(role, ifExists, Accept(Keyword.WITH) ? Options() : RoleOptions.None);
    }

    private DropRoleStatement DropRole()
    {
        Take();
        bool ifExists = IfExists();
        return new DropRoleStatement(RoleName(), ifExists);
    }

    private RoleOptions Options()
    {
        RoleOptions options = Option(RoleOptions.None);
        while (Accept(Keyword.AND))
        {
            options = Option(options);
        }

        return options;
    }

    private RoleOptions Option(RoleOptions options)
    {
        SourceSpan start = Current.Span;
        if (Accept(Keyword.PASSWORD))
        {
            Expect(TokenKind.Equal);
            return options with { Password = Once(options.Password, new Password(ExpectString(), Hashed: false), start) };
        }

        if (_grammar.HasHashedPassword && Accept(Keyword.HASHED))
        {
            Expect(Keyword.PASSWORD);
            Expect(TokenKind.Equal);
            return options with { Password = Once(options.Password, new Password(ExpectString(), Hashed: true), start) };
        }

        if (Accept(Keyword.OPTIONS))
        {
            Expect(TokenKind.Equal);
            return options with { CustomOptions = Once(options.CustomOptions, PropertyMap(), start) };
        }

        if (Accept(Keyword.SUPERUSER))
        {
            return options with { Superuser = Once(options.Superuser, BooleanOption(), start) };
        }

        if (Accept(Keyword.LOGIN))
        {
            return options with { Login = Once(options.Login, BooleanOption(), start) };
        }

        if (_grammar.HasDatacenterAccess && Accept(Keyword.ACCESS))
        {
            if (_grammar.HasIdentities && Accept(Keyword.FROM))
            {
                return options with { Cidrs = Once(options.Cidrs, AccessList(Keyword.CIDRS), start) };
            }

            Expect(Keyword.TO);
            return options with { Datacenters = Once(options.Datacenters, AccessList(Keyword.DATACENTERS), start) };
        }

        throw Unexpected();
    }

    private static T Once<T>(T? before, T value, SourceSpan span) =>
        before is null ? value : throw NotAllowed("this option is given twice, or excludes one given before", span);

    private bool? BooleanOption()
    {
        Expect(TokenKind.Equal);
        return TextOf(Expect(TokenKind.Boolean))[0] is 't' or 'T';
    }

    private AccessList AccessList(Keyword what)
    {
        if (Accept(Keyword.ALL))
        {
            Expect(what);
            return new AccessList(All: true, ValueList<string>.Empty);
        }

        Expect(what);
        Expect(TokenKind.LeftBrace);
        ValueList<string> names = CommaList(ExpectString);
        Expect(TokenKind.RightBrace);
        return new AccessList(All: false, names);
    }

    private CreateUserStatement CreateUser()
    {
        Take();
        bool ifNotExists = IfNotExists();
        string user = UserName();
        Password? password = UserPassword();
        return new CreateUserStatement(user, ifNotExists, password, Superuser());
    }

    private AlterUserStatement AlterUser()
    {
        Take();
        bool ifExists = AlterIfExists("ALTER USER");
        string user = UserName();
        Password? password = UserPassword();
        return new AlterUserStatement(user, ifExists, password, Superuser());
    }

    private DropUserStatement DropUser()
    {
        Take();
        bool ifExists = IfExists();
        return new DropUserStatement(UserName(), ifExists);
    }

    // User names keep their case; quoted names are refused by both servers.
    private string UserName()
    {
        Token token = Current;
        if (token.Kind == TokenKind.QuotedName)
        {
            throw NotAllowed("a user's name is written as a word or in single quotes", token.Span);
        }

        bool isName = token.Kind == TokenKind.String
            || (token.Kind == TokenKind.Word
                && (_grammar.IsScylla ? !_grammar.IsReserved(token.Keyword) : _grammar.ClassOf(token.Keyword) == WordClass.Name));
        return isName ? TextOf(Take()) : throw Unexpected("a user");
    }

    private Password? UserPassword()
    {
        if (!Accept(Keyword.WITH))
        {
            return null;
        }

        bool hashed = _grammar.Cassandra(4, 1) && Accept(Keyword.HASHED);
        Expect(Keyword.PASSWORD);
        return new Password(ExpectString(), hashed);
    }

    private bool? Superuser() => Accept(Keyword.SUPERUSER) ? true : Accept(Keyword.NOSUPERUSER) ? false : null;

    private AddIdentityStatement AddIdentity()
    {
        Expect(Keyword.ADD);
        Expect(Keyword.IDENTITY);
        bool ifNotExists = IfNotExists();
        string identity = UserName();
        Expect(Keyword.TO);
        Expect(Keyword.ROLE);
        return new AddIdentityStatement(identity, UserName(), ifNotExists);
    }

    private DropIdentityStatement DropIdentity()
    {
        Take();
        bool ifExists = IfExists();
        return new DropIdentityStatement(UserName(), ifExists);
    }
}
