using System;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a statement does to a schema, by the rules the servers enforce. Pure: no server, no clock, no state.</summary>
public static class SchemaEngine
{
    /// <summary>Applies one statement.</summary>
    /// <param name="schema">The schema before.</param>
    /// <param name="statement">The statement. DML and queries leave the schema as it is and are not checked against it.</param>
    /// <param name="context">The server and what it is asked under.</param>
    /// <returns>The schema after it, or the error a server would answer; never an exception for a statement that is wrong.</returns>
    public static SchemaResult Apply(ClusterSchema schema, CqlStatement statement, SchemaContext context)
    {
        _ = schema ?? throw new ArgumentNullException(nameof(schema));
        _ = statement ?? throw new ArgumentNullException(nameof(statement));
        _ = context ?? throw new ArgumentNullException(nameof(context));
        StatementRun run = new(schema, context);
        try
        {
            return Dispatch(run, statement);
        }
        catch (Refusal refusal)
        {
            return run.Unchanged() with { Error = refusal.Error };
        }
    }

    private static SchemaResult Dispatch(StatementRun run, CqlStatement statement) => statement switch
    {
        CreateKeyspaceStatement create => KeyspaceRules.Create(run, create),
        AlterKeyspaceStatement alter => KeyspaceRules.Alter(run, alter),
        DropKeyspaceStatement drop => KeyspaceRules.Drop(run, drop),
        UseStatement use => KeyspaceRules.Use(run, use),
        CreateTypeStatement create => TypeStatementRules.Create(run, create),
        AlterTypeStatement alter => TypeStatementRules.Alter(run, alter),
        DropTypeStatement drop => TypeStatementRules.Drop(run, drop),
        CreateTableStatement create => CreateTableRules.Create(run, create),
        AlterTableStatement alter => AlterTableRules.Alter(run, alter),
        DropTableStatement drop => AlterTableRules.Drop(run, drop),
        CreateIndexStatement create => IndexRules.Create(run, create),
        DropIndexStatement drop => IndexRules.Drop(run, drop),
        CreateMaterializedViewStatement create => ViewRules.Create(run, create),
        AlterMaterializedViewStatement alter => ViewRules.Alter(run, alter),
        DropMaterializedViewStatement drop => ViewRules.Drop(run, drop),
        CreateFunctionStatement create => FunctionRules.Create(run, create),
        DropFunctionStatement drop => FunctionRules.Drop(run, drop),
        CreateAggregateStatement create => AggregateRules.Create(run, create),
        DropAggregateStatement drop => AggregateRules.Drop(run, drop),
        CreateTriggerStatement create => TriggerRules.Create(run, create),
        DropTriggerStatement drop => TriggerRules.Drop(run, drop),
        DclStatement dcl => Dcl(run, dcl),
        PruneMaterializedViewStatement => run.Unchanged(),
        DmlStatement or QueryStatement => run.Unchanged(),
        _ => throw NotSupported(statement),
    };

    private static SchemaResult Dcl(StatementRun run, DclStatement statement) => statement switch
    {
        CreateRoleStatement create => RoleRules.Create(run, create.Role, create.IfNotExists, create.Options),
        AlterRoleStatement alter => RoleRules.Alter(run, alter.Role, alter.IfExists, alter.Options),
        DropRoleStatement drop => RoleRules.Drop(run, drop.Role, drop.IfExists),
        CreateUserStatement create => RoleRules.Create(
            run, create.User, create.IfNotExists, RoleRules.ForUser(create.Password, create.Superuser) with { Login = true }),
        AlterUserStatement alter => RoleRules.Alter(run, alter.User, alter.IfExists, RoleRules.ForUser(alter.Password, alter.Superuser)),
        DropUserStatement drop => RoleRules.Drop(run, drop.User, drop.IfExists),
        GrantRoleStatement grant => RoleRules.Grant(run, grant),
        RevokeRoleStatement revoke => RoleRules.Revoke(run, revoke),
        GrantPermissionStatement grant => PermissionGrantRules.Grant(run, grant),
        RevokePermissionStatement revoke => PermissionGrantRules.Revoke(run, revoke),
        CreateServiceLevelStatement create => ServiceLevelRules.Create(run, create),
        AlterServiceLevelStatement alter => ServiceLevelRules.Alter(run, alter),
        DropServiceLevelStatement drop => ServiceLevelRules.Drop(run, drop),
        AttachServiceLevelStatement attach => ServiceLevelRules.Attach(run, attach.Role, attach.Name),
        DetachServiceLevelStatement detach => ServiceLevelRules.Attach(run, detach.Role, level: null),
        AddIdentityStatement add => ServiceLevelRules.AddIdentity(run, add),
        DropIdentityStatement drop => ServiceLevelRules.DropIdentity(run, drop),
        _ => throw NotSupported(statement),
    };

    private static Refusal NotSupported(CqlStatement statement) =>
        Refusal.Invalid($"{statement.Kind} is not supported yet; mark it with -- @opaque REASON to send it as written");
}
