using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The statements that make roles and what belongs to them; passwords are not known and not written.</summary>
internal static class RoleStatements
{
    public static IEnumerable<CqlStatement> Of(ClusterSchema schema) => schema.Roles.Values.Select(r => (CqlStatement)Create(r))
        .Concat(schema.Roles.Values.SelectMany(r => r.MemberOf.Keys.Select(m => new GrantRoleStatement(m, r.Name))))
        .Concat(schema.Grants.Values.Select(g => new GrantPermissionStatement(ValueList.Of(g.Permission), g.Resource, g.Role)))
        .Concat(schema.ServiceLevels.Values.Select(s => new CreateServiceLevelStatement(s.Name, IfNotExists: false, Options(s))))
        .Concat(schema.Roles.Values.Where(r => r.ServiceLevel is not null).Select(r => new AttachServiceLevelStatement(r.ServiceLevel!, r.Name)))
        .Concat(schema.Identities.Select(i => new AddIdentityStatement(i.Key, i.Value, IfNotExists: false)));

    private static CreateRoleStatement Create(RoleSchema role) => new(role.Name, IfNotExists: false, new RoleOptions
    {
        Superuser = role.Superuser,
        Login = role.Login,
        Datacenters = role.Datacenters,
        Cidrs = role.Cidrs,
        CustomOptions = role.Options.Count == 0 ? null : new MapTerm(ValueList.From(
            role.Options.Select(o => new MapEntry(ConstantTerm.OfString(o.Key), ConstantTerm.OfString(o.Value))))),
    });

    private static ValueList<Property> Options(ServiceLevelSchema level) => ValueList.From(
        level.Options.Select(o => new Property(o.Key, o.Key == "shares" ? new ConstantTerm(ConstantKind.Integer, o.Value) : ConstantTerm.OfString(o.Value))));
}
