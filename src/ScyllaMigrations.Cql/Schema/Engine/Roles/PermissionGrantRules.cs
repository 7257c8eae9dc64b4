using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>GRANT and REVOKE of permissions.</summary>
internal static class PermissionGrantRules
{
    private static readonly string[] OfTables = ["CREATE", "ALTER", "DROP", "SELECT", "MODIFY", "AUTHORIZE"];
    private static readonly string[] OfRoles = ["CREATE", "ALTER", "DROP", "AUTHORIZE", "DESCRIBE"];
    private static readonly string[] OfFunctions = ["CREATE", "ALTER", "DROP", "AUTHORIZE", "EXECUTE"];
    private static readonly string[] OfMBeans = ["AUTHORIZE", "SELECT", "MODIFY", "DESCRIBE", "EXECUTE"];

    public static SchemaResult Grant(StatementRun run, GrantPermissionStatement statement)
    {
        PermissionResource resource = Resource(run, statement.Resource);
        RoleRules.Find(run, statement.Grantee, ifExists: false);
        PersistentMap<string, PermissionGrant> grants = run.Schema.Grants;
        List<SchemaObject> touched = [];
        foreach (string permission in Expanded(run, statement.Permissions, resource))
        {
            PermissionGrant grant = new(statement.Grantee, permission, resource);
            if (!grants.ContainsKey(grant.Key))
            {
                grants = grants.Set(grant.Key, grant);
                touched.Add(new SchemaObject(SchemaObjectKind.Grant, null, grant.Key));
            }
        }

        return touched.Count == 0 ? run.Unchanged() : run.Changed(run.Schema with { Grants = grants }, [.. touched]);
    }

    public static SchemaResult Revoke(StatementRun run, RevokePermissionStatement statement)
    {
        PermissionResource resource = Resource(run, statement.Resource);
        RoleRules.Find(run, statement.Revokee, ifExists: false);
        PersistentMap<string, PermissionGrant> grants = run.Schema.Grants;
        List<SchemaObject> touched = [];
        foreach (string permission in Expanded(run, statement.Permissions, resource))
        {
            string key = new PermissionGrant(statement.Revokee, permission, resource).Key;
            if (grants.ContainsKey(key))
            {
                grants = grants.Remove(key);
                touched.Add(new SchemaObject(SchemaObjectKind.Grant, null, key));
            }
        }

        return touched.Count == 0 ? run.Unchanged() : run.Changed(run.Schema with { Grants = grants }, [.. touched]);
    }

    private static IEnumerable<string> Expanded(StatementRun run, ValueList<string> permissions, PermissionResource resource)
    {
        if (permissions.Any(p => p is not ("ALL" or "ALL PERMISSIONS")))
        {
            return permissions;
        }

        IEnumerable<string> all = resource.Kind switch
        {
            ResourceKind.AllRoles or ResourceKind.Role => OfRoles,
            ResourceKind.AllFunctions or ResourceKind.AllFunctionsInKeyspace or ResourceKind.Function => OfFunctions,
            ResourceKind.AllMBeans or ResourceKind.MBean or ResourceKind.MBeans => OfMBeans,
            _ when run.Dialect.Is(ServerProduct.Cassandra, 5, 0) => OfTables.Concat(["UNMASK", "SELECT_MASKED"]),
            _ => OfTables,
        };
        bool one = resource.Kind is ResourceKind.Table or ResourceKind.Role or ResourceKind.Function or ResourceKind.AllTablesInKeyspace;
        return one && resource.Kind != ResourceKind.AllTablesInKeyspace ? all.Where(p => p != "CREATE") : all;
    }

    private static PermissionResource Resource(StatementRun run, PermissionResource resource)
    {
        if (resource.Kind is not (ResourceKind.Table or ResourceKind.Function) && resource.Keyspace is null)
        {
            return resource;
        }

        string keyspaceName = run.KeyspaceOf(new QualifiedName(resource.Keyspace, resource.Name ?? string.Empty));
        if (SystemKeyspaces.IsSystem(keyspaceName, run.Dialect))
        {
            return resource with { Keyspace = keyspaceName };
        }

        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        bool exists = resource.Kind == ResourceKind.Table
            ? keyspace?.Tables.ContainsKey(resource.Name!) == true || keyspace?.Views.ContainsKey(resource.Name!) == true
            : keyspace is not null;
        return exists
            ? resource with { Keyspace = keyspaceName }
            : throw Refusal.Invalid(
                resource.Kind == ResourceKind.Table
                    ? $"Resource <table {keyspaceName}.{resource.Name}> doesn't exist"
                    : $"Resource <keyspace {keyspaceName}> doesn't exist",
                resource.Name ?? keyspaceName);
    }
}
