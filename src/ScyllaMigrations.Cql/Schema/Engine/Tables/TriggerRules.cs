using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE and DROP TRIGGER (Cassandra).</summary>
internal static class TriggerRules
{
    public static SchemaResult Create(StatementRun run, CreateTriggerStatement statement)
    {
        string keyspaceName = run.KeyspaceOf(statement.Table);
        SystemKeyspaces.Refuse(keyspaceName, "ALTER", $"table {keyspaceName}.{statement.Table.Name}", run.Dialect);
        KeyspaceSchema keyspace = run.RequireKeyspace(keyspaceName);
        if (keyspace.Tables.Find(statement.Table.Name) is not { } table)
        {
            throw Refusal.Invalid(
                keyspace.Views.ContainsKey(statement.Table.Name)
                    ? "Cannot CREATE TRIGGER for a materialized view"
                    : $"Table '{statement.Table.Name}' doesn't exist",
                statement.Table.Name);
        }

        if (table.Triggers.ContainsKey(statement.Name))
        {
            return statement.IfNotExists ? run.Unchanged() : throw Refusal.Invalid($"Trigger '{statement.Name}' already exists", statement.Name);
        }

        if (!run.Features.ForeignClasses)
        {
            throw Refusal.Invalid($"Trigger class '{statement.Class}' couldn't be loaded", statement.Class);
        }

        PersistentMap<string, TriggerSchema> triggers = table.Triggers.Set(statement.Name, new TriggerSchema(statement.Name, statement.Class));
        return run.Changed(keyspace.With(table with { Triggers = triggers }), Reference(table, statement.Name));
    }

    public static SchemaResult Drop(StatementRun run, DropTriggerStatement statement)
    {
        string keyspaceName = run.KeyspaceOf(statement.Table);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        TableSchema? table = keyspace?.Tables.Find(statement.Table.Name);
        if (keyspace is null || table is null || !table.Triggers.ContainsKey(statement.Name))
        {
            return statement.IfExists
                ? run.Unchanged()
                : throw Refusal.Invalid($"Trigger '{statement.Name}' on '{keyspaceName}.{statement.Table.Name}' doesn't exist", statement.Name);
        }

        return run.Changed(keyspace.With(table with { Triggers = table.Triggers.Remove(statement.Name) }), Reference(table, statement.Name));
    }

    private static SchemaObject Reference(TableSchema table, string name) =>
        new(SchemaObjectKind.Trigger, table.Keyspace, table.Name + "." + name);
}
