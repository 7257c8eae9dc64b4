using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Service levels (ScyllaDB) and certificate identities (Cassandra 5.0).</summary>
internal static class ServiceLevelRules
{
    public static SchemaResult Create(StatementRun run, CreateServiceLevelStatement statement)
    {
        if (run.Schema.ServiceLevels.ContainsKey(statement.Name))
        {
            return statement.IfNotExists
                ? run.Unchanged()
                : throw Refusal.Invalid($"The service level '{statement.Name}' already exists.", statement.Name);
        }

        return Changed(run, new ServiceLevelSchema(statement.Name, Options(run, statement.Options, PersistentMap<string, string>.Empty)));
    }

    public static SchemaResult Alter(StatementRun run, AlterServiceLevelStatement statement)
    {
        ServiceLevelSchema? before = run.Schema.ServiceLevels.Find(statement.Name);
        if (before is null && run.Context.RolesKnown)
        {
            throw Missing(statement.Name);
        }

        PersistentMap<string, string> options = before?.Options ?? PersistentMap<string, string>.Empty;
        return Changed(run, new ServiceLevelSchema(statement.Name, Options(run, statement.Options, options)));
    }

    public static SchemaResult Drop(StatementRun run, DropServiceLevelStatement statement)
    {
        if (!run.Schema.ServiceLevels.ContainsKey(statement.Name))
        {
            return statement.IfExists || !run.Context.RolesKnown ? run.Unchanged() : throw Missing(statement.Name);
        }

        PersistentMap<string, RoleSchema> roles = run.Schema.Roles;
        foreach (RoleSchema role in run.Schema.Roles.Values.Where(r => r.ServiceLevel == statement.Name))
        {
            roles = roles.Set(role.Name, role with { ServiceLevel = null });
        }

        ClusterSchema after = run.Schema with { ServiceLevels = run.Schema.ServiceLevels.Remove(statement.Name), Roles = roles };
        return run.Changed(after, new SchemaObject(SchemaObjectKind.ServiceLevel, null, statement.Name));
    }

    public static SchemaResult Attach(StatementRun run, string role, string? level)
    {
        if (level is not null && run.Context.RolesKnown && !run.Schema.ServiceLevels.ContainsKey(level))
        {
            throw Missing(level);
        }

        RoleSchema before = RoleRules.Find(run, role, ifExists: false)!;
        return before.ServiceLevel == level ? run.Unchanged() : RoleRules.Changed(run, before with { ServiceLevel = level });
    }

    public static SchemaResult AddIdentity(StatementRun run, AddIdentityStatement statement)
    {
        if (run.Schema.Identities.ContainsKey(statement.Identity))
        {
            return statement.IfNotExists
                ? run.Unchanged()
                : throw Refusal.Invalid($"{statement.Identity} already exists", statement.Identity);
        }

        RoleRules.Find(run, statement.Role, ifExists: false);
        return run.Changed(
            run.Schema with { Identities = run.Schema.Identities.Set(statement.Identity, statement.Role) },
            new SchemaObject(SchemaObjectKind.Identity, null, statement.Identity));
    }

    public static SchemaResult DropIdentity(StatementRun run, DropIdentityStatement statement)
    {
        if (!run.Schema.Identities.ContainsKey(statement.Identity))
        {
            return statement.IfExists || !run.Context.RolesKnown
                ? run.Unchanged()
                : throw Refusal.Invalid($"identity '{statement.Identity}' doesn't exist", statement.Identity);
        }

        return run.Changed(
            run.Schema with { Identities = run.Schema.Identities.Remove(statement.Identity) },
            new SchemaObject(SchemaObjectKind.Identity, null, statement.Identity));
    }

    private static SchemaResult Changed(StatementRun run, ServiceLevelSchema level) => run.Changed(
        run.Schema with { ServiceLevels = run.Schema.ServiceLevels.Set(level.Name, level) },
        new SchemaObject(SchemaObjectKind.ServiceLevel, null, level.Name));

    private static PersistentMap<string, string> Options(StatementRun run, ValueList<Property> given, PersistentMap<string, string> before)
    {
        PropertySet properties = new(given, run.Dialect);
        properties.CheckKnown(name => name is "timeout" or "workload_type" or "shares");
        PersistentMap<string, string> options = before;
        foreach (string name in properties.Names)
        {
            options = properties.Term(name) is ConstantTerm { Kind: ConstantKind.Null }
                ? options.Remove(name)
                : options.Set(name, properties.Text(name)!);
        }

        if (options.Find("workload_type") is { } workload && workload is not ("interactive" or "batch" or "unspecified"))
        {
            throw Refusal.Invalid($"Invalid workload type: {workload}", "workload_type");
        }

        return options.Find("shares") is { } shares && (!OptionText.TryInteger(shares, out long number) || number is < 1 or > 1000)
            ? throw Refusal.Syntax("'SHARES' can only take values of 1-1000 (inclusive)", "shares")
            : options;
    }

    private static Refusal Missing(string name) => Refusal.Invalid($"Service Level {name} doesn't exists.", name);
}
