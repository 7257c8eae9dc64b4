namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementWriter
{
    private void Dcl(DclStatement statement)
    {
        switch (statement)
        {
            case CreateRoleStatement s: Text("CREATE ROLE ").If(s.IfNotExists, NotExists).RoleName(s.Role).Options(s.Options); break;
            case AlterRoleStatement s: Text("ALTER ROLE ").If(s.IfExists, Exists).RoleName(s.Role).Options(s.Options); break;
            case DropRoleStatement s: Text("DROP ROLE ").If(s.IfExists, Exists).RoleName(s.Role); break;
            case CreateUserStatement s:
                Text("CREATE USER ").If(s.IfNotExists, NotExists).String(s.User).UserOptions(s.Password, s.Superuser);
                break;
            case AlterUserStatement s:
                Text("ALTER USER ").If(s.IfExists, Exists).String(s.User).UserOptions(s.Password, s.Superuser);
                break;
            case DropUserStatement s: Text("DROP USER ").If(s.IfExists, Exists).String(s.User); break;
            case GrantRoleStatement s: Text("GRANT ").Role(s.Role).Text(" TO ").RoleName(s.Grantee); break;
            case RevokeRoleStatement s: Text("REVOKE ").Role(s.Role).Text(" FROM ").RoleName(s.Revokee); break;
            case GrantPermissionStatement s:
                Text("GRANT ").Permissions(s.Permissions).Text(" ON ").Resource(s.Resource).Text(" TO ").RoleName(s.Grantee);
                break;
            case RevokePermissionStatement s:
                Text("REVOKE ").Permissions(s.Permissions).Text(" ON ").Resource(s.Resource).Text(" FROM ").RoleName(s.Revokee);
                break;
            case AddIdentityStatement s:
                Text("ADD IDENTITY ").If(s.IfNotExists, NotExists).String(s.Identity).Text(" TO ROLE ").String(s.Role);
                break;
            case DropIdentityStatement s: Text("DROP IDENTITY ").If(s.IfExists, Exists).String(s.Identity); break;
            default: ServiceLevel(statement); break;
        }
    }

    private void ServiceLevel(DclStatement statement)
    {
        switch (statement)
        {
            case CreateServiceLevelStatement s:
                Text("CREATE SERVICE LEVEL ").If(s.IfNotExists, NotExists).RoleName(s.Name).With(s.Options);
                break;
            case AlterServiceLevelStatement s: Text("ALTER SERVICE LEVEL ").RoleName(s.Name).With(s.Options); break;
            case DropServiceLevelStatement s: Text("DROP SERVICE LEVEL ").If(s.IfExists, Exists).RoleName(s.Name); break;
            case AttachServiceLevelStatement s: Text("ATTACH SERVICE LEVEL ").RoleName(s.Name).Text(" TO ").RoleName(s.Role); break;
            case DetachServiceLevelStatement s: Text("DETACH SERVICE LEVEL FROM ").RoleName(s.Role); break;
            default: throw Unknown(statement);
        }
    }

    // Always a string: a role may be called like a permission.
    private StatementWriter Role(string role) => String(role);

    // Strings, unlike quoted names, may be empty.
    private StatementWriter RoleName(string role) => CqlIdentifier.NeedsQuotes(role) ? String(role) : Text(role);

    private StatementWriter Secret(Password password) => String(redact ? password.ToString() : password.Value);

    private StatementWriter UserOptions(Password? password, bool? superuser)
    {
        if (password is not null)
        {
            Text(password.Hashed ? " WITH HASHED PASSWORD " : " WITH PASSWORD ").Secret(password);
        }

        return superuser is null ? this : Text(superuser.Value ? " SUPERUSER" : " NOSUPERUSER");
    }

    private StatementWriter Options(RoleOptions options)
    {
        string before = " WITH ";
        if (options.Password is { } password)
        {
            Next(ref before).Text(password.Hashed ? "HASHED PASSWORD = " : "PASSWORD = ").Secret(password);
        }

        if (options.Superuser is { } superuser)
        {
            Next(ref before).Text(superuser ? "SUPERUSER = true" : "SUPERUSER = false");
        }

        if (options.Login is { } login)
        {
            Next(ref before).Text(login ? "LOGIN = true" : "LOGIN = false");
        }

        if (options.CustomOptions is { } custom)
        {
            Next(ref before).Text("OPTIONS = ");
            _ = redact ? Text("{***}") : Term(custom);
        }

        if (options.Datacenters is { } datacenters)
        {
            Next(ref before).Text("ACCESS TO ").Access(datacenters, "DATACENTERS");
        }

        return options.Cidrs is { } cidrs ? Next(ref before).Text("ACCESS FROM ").Access(cidrs, "CIDRS") : this;
    }

    private StatementWriter Next(ref string before)
    {
        Text(before);
        before = " AND ";
        return this;
    }

    private StatementWriter Access(AccessList access, string what) => access.All
        ? Text("ALL ").Text(what)
        : Text(what).Text(" {").List(access.Names, n => String(n)).Text("}");

    private StatementWriter Permissions(ValueList<string> permissions) =>
        permissions.Count == 0 ? Text("ALL PERMISSIONS") : List(permissions, p => Text(p));

    private StatementWriter Resource(PermissionResource resource)
    {
        QualifiedName name = new(resource.Keyspace, resource.Name ?? string.Empty);
        return resource.Kind switch
        {
            ResourceKind.AllKeyspaces => Text("ALL KEYSPACES"),
            ResourceKind.Keyspace => Text("KEYSPACE ").Name(resource.Keyspace!),
            ResourceKind.AllTablesInKeyspace => Text("ALL TABLES IN KEYSPACE ").Name(resource.Keyspace!),
            ResourceKind.Table => Text("TABLE ").Name(name),
            ResourceKind.AllRoles => Text("ALL ROLES"),
            ResourceKind.Role => Text("ROLE ").RoleName(name.Name),
            ResourceKind.AllFunctions => Text("ALL FUNCTIONS"),
            ResourceKind.AllFunctionsInKeyspace => Text("ALL FUNCTIONS IN KEYSPACE ").Name(resource.Keyspace!),
            ResourceKind.Function => Text("FUNCTION ").FunctionName(name).Types(resource.ArgumentTypes!),
            ResourceKind.AllMBeans => Text("ALL MBEANS"),
            ResourceKind.MBean => Text("MBEAN ").String(name.Name),
            _ => Text("MBEANS ").String(name.Name),
        };
    }
}
