using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE, ALTER and DROP of roles and users, GRANT and REVOKE of roles.</summary>
/// <remarks>Existence is checked only when the context says that roles are known; who runs a statement is not part of a schema.</remarks>
internal static class RoleRules
{
    public static SchemaResult Create(StatementRun run, string name, bool ifNotExists, RoleOptions options)
    {
        if (run.Schema.Roles.ContainsKey(name))
        {
            return ifNotExists ? run.Unchanged() : throw Refusal.Invalid($"{name} already exists", name);
        }

        return Changed(run, Apply(new RoleSchema(name), options));
    }

    public static SchemaResult Alter(StatementRun run, string name, bool ifExists, RoleOptions options)
    {
        if (Find(run, name, ifExists) is not { } role)
        {
            return run.Unchanged();
        }

        RoleSchema after = Apply(role, options);
        return after == run.Schema.Roles.Find(name) ? run.Unchanged() : Changed(run, after);
    }

    public static SchemaResult Drop(StatementRun run, string name, bool ifExists)
    {
        if (Find(run, name, ifExists) is null)
        {
            return run.Unchanged();
        }

        PersistentMap<string, RoleSchema> roles = run.Schema.Roles.Remove(name);
        foreach (RoleSchema member in run.Schema.Roles.Values.Where(r => r.MemberOf.ContainsKey(name)))
        {
            roles = roles.Set(member.Name, member with { MemberOf = member.MemberOf.Remove(name) });
        }

        PersistentMap<string, PermissionGrant> grants = run.Schema.Grants;
        foreach (PermissionGrant grant in run.Schema.Grants.Values.Where(g => g.Role == name))
        {
            grants = grants.Remove(grant.Key);
        }

        ClusterSchema after = run.Schema with { Roles = roles, Grants = grants };
        return run.Changed(after, new SchemaObject(SchemaObjectKind.Role, null, name));
    }

    public static SchemaResult Grant(StatementRun run, GrantRoleStatement statement)
    {
        Find(run, statement.Role, ifExists: false);
        RoleSchema grantee = Find(run, statement.Grantee, ifExists: false)!;
        if (grantee.MemberOf.ContainsKey(statement.Role))
        {
            return run.IsScylla
                ? throw Refusal.Invalid($"{statement.Grantee} already includes role {statement.Role}.", statement.Role)
                : throw Refusal.Invalid($"{statement.Grantee} is a member of {statement.Role}", statement.Role);
        }

        if (Reaches(run.Schema, statement.Role, statement.Grantee))
        {
            throw Refusal.Invalid($"{statement.Role} is a member of {statement.Grantee}", statement.Role);
        }

        return Changed(run, grantee with { MemberOf = grantee.MemberOf.Set(statement.Role, true) });
    }

    public static SchemaResult Revoke(StatementRun run, RevokeRoleStatement statement)
    {
        RoleSchema revokee = Find(run, statement.Revokee, ifExists: false)!;
        if (!revokee.MemberOf.ContainsKey(statement.Role))
        {
            return run.Context.RolesKnown
                ? throw Refusal.Invalid($"{statement.Revokee} is not a member of {statement.Role}", statement.Role)
                : run.Unchanged();
        }

        return Changed(run, revokee with { MemberOf = revokee.MemberOf.Remove(statement.Role) });
    }

    /// <summary>The role, an assumed one where roles are not known, or null when IF EXISTS makes the statement nothing.</summary>
    public static RoleSchema? Find(StatementRun run, string name, bool ifExists)
    {
        if (run.Schema.Roles.Find(name) is { } role)
        {
            return role;
        }

        if (!run.Context.RolesKnown || name is "cassandra")
        {
            return new RoleSchema(name);
        }

        return ifExists ? null : throw Refusal.Invalid($"{name} doesn't exist", name);
    }

    public static SchemaResult Changed(StatementRun run, RoleSchema role) => run.Changed(
        run.Schema with { Roles = run.Schema.Roles.Set(role.Name, role) }, new SchemaObject(SchemaObjectKind.Role, null, role.Name));

    public static RoleOptions ForUser(Password? password, bool? superuser) => new() { Password = password, Superuser = superuser };

    private static RoleSchema Apply(RoleSchema role, RoleOptions options) => role with
    {
        Superuser = options.Superuser ?? role.Superuser,
        Login = options.Login ?? role.Login,
        Datacenters = options.Datacenters is { All: true } ? null : options.Datacenters ?? role.Datacenters,
        Cidrs = options.Cidrs is { All: true } ? null : options.Cidrs ?? role.Cidrs,
        Options = options.CustomOptions is null ? role.Options : PropertySet.MapOf(options.CustomOptions) ?? role.Options,
    };

    private static bool Reaches(ClusterSchema schema, string from, string to)
    {
        HashSet<string> seen = new(System.StringComparer.Ordinal);
        bool Visit(string role) => role == to
            || (seen.Add(role) && schema.Roles.Find(role) is { } found && found.MemberOf.Keys.Any(Visit));
        return Visit(from);
    }
}
