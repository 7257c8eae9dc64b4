using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE, ALTER and DROP KEYSPACE, and USE (messages and order of checks tried on Cassandra 5.0.6).</summary>
internal static class KeyspaceRules
{
    public static SchemaResult Create(StatementRun run, CreateKeyspaceStatement statement)
    {
        KeyspaceProperties properties = new(statement.Options, run);
        string name = statement.Name;
        NameRules.CheckKeyspace(name, run);
        if (SystemKeyspaces.IsLocal(name))
        {
            throw Refusal.Invalid($"System keyspace '{name}' is not user-modifiable", name);
        }

        if (run.Schema.Keyspaces.ContainsKey(name) || SystemKeyspaces.IsSystem(name, run.Dialect))
        {
            return statement.IfNotExists
                ? run.Unchanged()
                : throw Refusal.Exists(run.IsScylla ? $"Keyspace {name} already exists" : $"Keyspace '{name}' already exists", name);
        }

        ReplicationSchema replication = properties.NewReplication(name);
        KeyspaceSchema keyspace = new()
        {
            Name = name,
            Replication = replication,
            DurableWrites = properties.DurableWrites ?? true,
            Tablets = properties.NewTablets(replication),
            Storage = properties.Storage,
            Consistency = properties.Consistency,
        };
        ReplicationRules.Check(keyspace, run);
        return run.Changed(keyspace, Reference(name));
    }

    public static SchemaResult Alter(StatementRun run, AlterKeyspaceStatement statement)
    {
        KeyspaceProperties properties = new(statement.Options, run);
        string name = statement.Name;
        if (SystemKeyspaces.IsLocal(name))
        {
            throw Refusal.Unauthorized($"{name} keyspace is not user-modifiable.", name);
        }

        if (run.Schema.FindKeyspace(name) is not { } before)
        {
            // The servers' own replicated keyspaces may be altered; they are no part of the model.
            return statement.IfExists || SystemKeyspaces.IsSystem(name, run.Dialect)
                ? run.Unchanged()
                : throw Refusal.Invalid(run.IsScylla ? $"Unknown keyspace {name}" : $"Keyspace '{name}' doesn't exist", name);
        }

        KeyspaceSchema after = before with
        {
            Replication = properties.AlteredReplication(before),
            DurableWrites = properties.DurableWrites ?? before.DurableWrites,
            Tablets = properties.AlteredTablets(before),
            Storage = properties.Storage ?? before.Storage,
            Consistency = properties.Consistency ?? before.Consistency,
        };
        ReplicationRules.Check(after, run);
        ReplicationRules.CheckChange(before, after, run);
        return after == before ? run.Unchanged() : run.Changed(after, Reference(name));
    }

    public static SchemaResult Drop(StatementRun run, DropKeyspaceStatement statement)
    {
        string name = statement.Name;
        SystemKeyspaces.Refuse(name, "DROP", "keyspace " + name, run.Dialect);
        if (!run.Features.DropKeyspace)
        {
            throw Refusal.Invalid("DROP KEYSPACE functionality is not allowed", name);
        }

        if (run.Schema.FindKeyspace(name) is null)
        {
            return statement.IfExists
                ? run.Unchanged()
                : throw (run.IsScylla
                    ? Refusal.Config($"Cannot drop non existing keyspace '{name}'.", name)
                    : Refusal.Invalid($"Keyspace '{name}' doesn't exist", name));
        }

        PersistentMap<string, KeyspaceSchema> rest = run.Schema.Keyspaces.Remove(name);
        return run.Changed(run.Schema with { Keyspaces = rest }, Reference(name));
    }

    public static SchemaResult Use(StatementRun run, UseStatement statement) =>
        run.Schema.FindKeyspace(statement.Keyspace) is not null || SystemKeyspaces.IsSystem(statement.Keyspace, run.Dialect)
            ? run.Unchanged() with { CurrentKeyspace = statement.Keyspace }
            : throw Refusal.Invalid($"Keyspace '{statement.Keyspace}' does not exist", statement.Keyspace);

    private static SchemaObject Reference(string name) => new(SchemaObjectKind.Keyspace, name, name);
}
