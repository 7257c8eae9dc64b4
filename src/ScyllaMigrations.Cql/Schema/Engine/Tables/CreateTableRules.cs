using System;
using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE TABLE, in the order of Cassandra 5.0.6's checks: text, option values, existence, options, types, keys, columns.</summary>
internal static class CreateTableRules
{
    public static SchemaResult Create(StatementRun run, CreateTableStatement statement)
    {
        string name = statement.Table.Name;
        string keyspaceName = run.KeyspaceOf(statement.Table);
        CheckText(run, statement, keyspaceName + "." + name);
        SystemKeyspaces.Refuse(keyspaceName, "CREATE", "all tables in " + keyspaceName, run.Dialect);
        TablePropertySet properties = TablePropertySet.Read(statement.Options, run);
        KeyspaceSchema keyspace = run.RequireKeyspace(keyspaceName);
        if (run.IsScylla)
        {
            NameRules.CheckTable(keyspaceName, name, run);
        }

        if (keyspace.Tables.ContainsKey(name) || (run.IsScylla && keyspace.Views.ContainsKey(name)))
        {
            return statement.IfNotExists ? run.Unchanged() : throw Exists(run, keyspaceName, name);
        }

        if (keyspace.Views.ContainsKey(name))
        {
            // 5.0.6 notices only when it registers the table (tried): the name is taken all the same.
            throw Refusal.Server(
                $"java.lang.RuntimeException: javax.management.InstanceAlreadyExistsException: org.apache.cassandra.db:type=Tables,keyspace={keyspaceName},table={name}",
                name);
        }

        properties.CheckKnown();
        TableOptions options = properties.ForNew();
        TableOptionRules.Validate(options, run);
        Guardrails.CheckNewTable(run, statement);
        TableSchema table = new TableBuilder(run, keyspace, statement).Build(options) with { Id = properties.Id };
        NameRules.CheckTable(keyspaceName, name, run);
        CheckId(run, table);
        ScyllaTableRules.Check(run, keyspace, table);
        return run.Changed(keyspace.With(table), table.Reference);
    }

    internal static Refusal Exists(StatementRun run, string keyspace, string name) => Refusal.Exists(
        run.IsScylla
            ? $"Cannot add already existing table \"{name}\" to keyspace \"{keyspace}\""
            : $"Table '{keyspace}.{name}' already exists",
        name);

    // What the servers find while they read the text: before they look at any schema.
    private static void CheckText(StatementRun run, CreateTableStatement statement, string table)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ColumnDefinition column in statement.Columns)
        {
            if (!names.Add(column.Name))
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Multiple definition of identifier {column.Name}"
                        : $"Duplicate column '{column.Name}' declaration for table '{table}'",
                    column.Name);
            }
        }

        if (statement.PrimaryKeys.Count > 1)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? "Multiple PRIMARY KEYs specified (exactly one required)"
                    : $"Multiple PRIMARY KEY specified for table '{table}' (exactly one required)",
                statement.Table.Name);
        }

        HashSet<string> ordered = new(StringComparer.Ordinal);
        foreach (ClusteringOrder order in statement.ClusteringOrder)
        {
            if (!ordered.Add(order.Column) && !run.IsScylla)
            {
                throw Refusal.Invalid($"Duplicate column '{order.Column}' in CLUSTERING ORDER BY clause for table '{table}'", order.Column);
            }
        }

        if (statement.PrimaryKeys.Count == 0)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? "No PRIMARY KEY specified (exactly one required)"
                    : $"No PRIMARY KEY specifed for table '{table}' (exactly one required)",
                statement.Table.Name);
        }
    }

    // 5.0.6 fails inside when an id is used twice in the cluster (tried); it finds out too late to say so nicely.
    private static void CheckId(StatementRun run, TableSchema table)
    {
        if (table.Id is not { } id)
        {
            return;
        }

        foreach (KeyspaceSchema keyspace in run.Schema.Keyspaces.Values)
        {
            if (keyspace.TableIds.TryGetValue(id, out string? other))
            {
                throw Refusal.Server(
                    $"java.lang.IllegalArgumentException: Multiple entries with same key: {id}={table.Keyspace}.{table.Name} and "
                    + $"{id}={keyspace.Name}.{other}",
                    "id");
            }
        }
    }
}
