using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE, ALTER and DROP TYPE (Cassandra 5.0.6 tried; ScyllaDB's create_type_statement.cc and alter_type_statement.cc).</summary>
internal static class TypeStatementRules
{
    public static SchemaResult Create(StatementRun run, CreateTypeStatement statement)
    {
        string name = statement.Type.Name;
        KeyspaceSchema keyspace = Keyspace(run, statement.Type, "CREATE");
        if (keyspace.Types.ContainsKey(name))
        {
            return statement.IfNotExists
                ? run.Unchanged()
                : throw Refusal.Invalid(
                    run.IsScylla ? $"A user type of name {name} already exists" : $"A user type with name '{name}' already exists", name);
        }

        HashSet<string> names = new(System.StringComparer.Ordinal);
        foreach (FieldDefinition field in statement.Fields)
        {
            if (!names.Add(field.Name))
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Duplicate field name {field.Name} in type {name}"
                        : $"Duplicate field name '{field.Name}' in type '{name}'",
                    field.Name);
            }
        }

        foreach (FieldDefinition field in statement.Fields)
        {
            CheckField(field.Type, run);
        }

        if (run.Features.FieldsPerUserType.Fail is { } limit && statement.Fields.Count > limit)
        {
            throw Refusal.Invalid(
                $"User types cannot have more than {limit} columns, but {statement.Fields.Count} provided for user type {name}", name);
        }

        UserTypeSchema type = new(
            keyspace.Name, name, ValueList.From(statement.Fields.Select(f => f with { Type = TypeRules.Resolve(f.Type, keyspace, run) })));
        return run.Changed(keyspace.With(type), type.Reference);
    }

    public static SchemaResult Alter(StatementRun run, AlterTypeStatement statement)
    {
        string name = statement.Type.Name;
        string keyspaceName = run.KeyspaceOf(statement.Type);
        SystemKeyspaces.Refuse(keyspaceName, "ALTER", "all tables in " + keyspaceName, run.Dialect);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.Types.Find(name) is not { } type)
        {
            return statement.IfExists
                ? run.Unchanged()
                : throw Refusal.Invalid(
                    run.IsScylla ? $"No user type named {name} exists." : $"Type {keyspaceName}.{name} doesn't exist", name);
        }

        UserTypeSchema? after = statement.Action switch
        {
            AddField add => UserTypeChanges.Add(run, keyspace, type, add),
            RenameFields rename => UserTypeChanges.Rename(run, type, rename),
            AlterFieldType alter => UserTypeChanges.Alter(run, keyspace, type, alter),
            _ => throw Refusal.Invalid($"this form of ALTER TYPE is not supported yet: {statement.Action.GetType().Name}", name),
        };
        return after is null || after == type ? run.Unchanged() : run.Changed(keyspace.With(after), type.Reference);
    }

    public static SchemaResult Drop(StatementRun run, DropTypeStatement statement)
    {
        string name = statement.Type.Name;
        string keyspaceName = run.KeyspaceOf(statement.Type);
        SystemKeyspaces.Refuse(keyspaceName, "DROP", "all tables in " + keyspaceName, run.Dialect);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.Types.Find(name) is not { } type)
        {
            return statement.IfExists
                ? run.Unchanged()
                : throw Refusal.Invalid(run.IsScylla ? $"No user type named {name} exists." : $"Type '{keyspaceName}.{name}' doesn't exist", name);
        }

        UserTypeUses.RefuseDropWhileUsed(keyspace, name, run);
        return run.Changed(keyspace with { Types = keyspace.Types.Remove(name) }, type.Reference);
    }

    /// <summary>What no field may be, judged on the type as written.</summary>
    internal static void CheckField(CqlType type, StatementRun run)
    {
        if (TypeRules.IsCounter(type))
        {
            throw Refusal.Invalid("A user type cannot contain counters", "counter");
        }

        if (type is UserType { Frozen: false } user)
        {
            throw Refusal.Invalid(
                run.IsScylla ? "A user type cannot contain non-frozen user type fields" : "A user type cannot contain non-frozen UDTs", user.Name);
        }
    }

    private static KeyspaceSchema Keyspace(StatementRun run, QualifiedName name, string verb)
    {
        string keyspace = run.KeyspaceOf(name);
        SystemKeyspaces.Refuse(keyspace, verb, "all tables in " + keyspace, run.Dialect);
        return run.RequireKeyspace(keyspace);
    }
}
