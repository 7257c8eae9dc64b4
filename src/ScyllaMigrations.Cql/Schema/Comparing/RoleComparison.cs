using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Differences of roles, permissions, service levels and identities.</summary>
internal static class RoleComparison
{
    public static IEnumerable<SchemaDifference> Compare(ClusterSchema from, ClusterSchema to)
    {
        ClusterSchema none = ClusterSchema.Empty;
        ClusterSchema toRoles = none with { Roles = to.Roles, Grants = to.Grants, ServiceLevels = to.ServiceLevels, Identities = to.Identities };
        ClusterSchema fromRoles = none with { Roles = from.Roles, Grants = from.Grants, ServiceLevels = from.ServiceLevels, Identities = from.Identities };
        HashSet<CqlStatement> present = [.. RoleStatements.Of(fromRoles)];
        HashSet<CqlStatement> wanted = [.. RoleStatements.Of(toRoles)];
        foreach (CqlStatement statement in RoleStatements.Of(toRoles).Where(s => !present.Contains(s)))
        {
            CqlStatement way = Way(statement, from);
            yield return new SchemaDifference(way == statement ? DifferenceKind.Missing : DifferenceKind.Changed, Reference(statement), CqlWriter.Write(statement))
            {
                Statements = ValueList.Of(way),
            };
        }

        foreach (CqlStatement statement in RoleStatements.Of(fromRoles).Where(s => !wanted.Contains(s)).Reverse())
        {
            if (Opposite(statement, to) is { } opposite)
            {
                yield return new SchemaDifference(DifferenceKind.Unexpected, Reference(statement), CqlWriter.Write(statement))
                {
                    Statements = ValueList.Of(opposite),
                    LosesData = opposite is DropRoleStatement,
                    Reason = opposite is DropRoleStatement ? "DROP ROLE forgets its password and permissions" : null,
                };
            }
        }
    }

    private static CqlStatement Way(CqlStatement statement, ClusterSchema from) => statement switch
    {
        CreateRoleStatement create when from.Roles.ContainsKey(create.Role) => new AlterRoleStatement(create.Role, IfExists: false, create.Options),
        CreateServiceLevelStatement create when from.ServiceLevels.ContainsKey(create.Name) => new AlterServiceLevelStatement(create.Name, create.Options),
        _ => statement,
    };

    private static CqlStatement? Opposite(CqlStatement statement, ClusterSchema to) => statement switch
    {
        CreateRoleStatement create => to.Roles.ContainsKey(create.Role) ? null : new DropRoleStatement(create.Role, IfExists: false),
        GrantRoleStatement grant => to.Roles.ContainsKey(grant.Grantee) ? new RevokeRoleStatement(grant.Role, grant.Grantee) : null,
        GrantPermissionStatement grant => to.Roles.ContainsKey(grant.Grantee)
            ? new RevokePermissionStatement(grant.Permissions, grant.Resource, grant.Grantee)
            : null,
        CreateServiceLevelStatement create => to.ServiceLevels.ContainsKey(create.Name)
            ? null
            : new DropServiceLevelStatement(create.Name, IfExists: false),
        AttachServiceLevelStatement attach => to.Roles.Find(attach.Role) is { ServiceLevel: null } ? new DetachServiceLevelStatement(attach.Role) : null,
        AddIdentityStatement add => to.Identities.ContainsKey(add.Identity) ? null : new DropIdentityStatement(add.Identity, IfExists: false),
        _ => null,
    };

    private static SchemaObject Reference(CqlStatement statement) => statement switch
    {
        CreateRoleStatement create => new SchemaObject(SchemaObjectKind.Role, null, create.Role),
        GrantRoleStatement grant => new SchemaObject(SchemaObjectKind.Role, null, grant.Grantee),
        GrantPermissionStatement grant => new SchemaObject(
            SchemaObjectKind.Grant, null, new PermissionGrant(grant.Grantee, grant.Permissions[0], grant.Resource).Key),
        CreateServiceLevelStatement create => new SchemaObject(SchemaObjectKind.ServiceLevel, null, create.Name),
        AttachServiceLevelStatement attach => new SchemaObject(SchemaObjectKind.Role, null, attach.Role),
        AddIdentityStatement add => new SchemaObject(SchemaObjectKind.Identity, null, add.Identity),
        _ => new SchemaObject(SchemaObjectKind.Role, null, string.Empty),
    };
}
