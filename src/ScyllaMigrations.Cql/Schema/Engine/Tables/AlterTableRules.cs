using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE and DROP TABLE (Cassandra 5.0.6 tried; ScyllaDB's alter_table_statement.cc).</summary>
internal static class AlterTableRules
{
    public static SchemaResult Alter(StatementRun run, AlterTableStatement statement)
    {
        string name = statement.Table.Name;
        string keyspaceName = run.KeyspaceOf(statement.Table);
        SystemKeyspaces.Refuse(keyspaceName, "ALTER", $"table {keyspaceName}.{name}", run.Dialect);
        if (!run.Features.AlterTable)
        {
            throw Refusal.Invalid("ALTER TABLE functionality is not allowed", name);
        }

        // Option values are read before the table is looked for.
        TablePropertySet? properties = statement.Action is SetTableOptions set ? TablePropertySet.Read(set.Options, run) : null;
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.Tables.Find(name) is not { } table)
        {
            if (keyspace?.Views.ContainsKey(name) == true)
            {
                throw Refusal.Invalid(
                    run.IsScylla ? "Cannot use ALTER TABLE on Materialized View" : "Cannot use ALTER TABLE on a materialized view; use ALTER MATERIALIZED VIEW instead",
                    name);
            }

            return statement.IfExists
                ? run.Unchanged()
                : throw Refusal.Invalid(
                    run.IsScylla ? $"unconfigured table {name}" : $"Table '{keyspaceName}.{name}' doesn't exist", name);
        }

        KeyspaceSchema after = statement.Action switch
        {
            AddColumns add => ColumnAdditions.Apply(run, keyspace, table, add),
            DropColumns drop => ColumnDrops.Apply(run, keyspace, table, drop),
            RenameColumns rename => ColumnRenames.Apply(run, keyspace, table, rename),
            AlterColumnType alter => ColumnTypeChanges.Apply(run, keyspace, table, alter),
            SetTableOptions => TableOptionChanges.Apply(run, keyspace, table, properties!),
            MaskColumn mask => ColumnMasks.Apply(run, keyspace, table, mask),
            SetRowTimeToLive ttl => ColumnTypeChanges.ApplyTimeToLive(keyspace, table, ttl),
            DropCompactStorage => CompactStorageDrop.Apply(run, keyspace, table),
            _ => throw Refusal.Invalid($"this form of ALTER TABLE is not supported yet: {statement.Action.GetType().Name}", name),
        };
        if (ReferenceEquals(after, keyspace))
        {
            return run.Unchanged();
        }

        IEnumerable<SchemaObject> views = keyspace.ViewsOf(name)
            .Where(v => after.Views.Find(v.Name) is { } now && now != v)
            .Select(v => v.Reference);
        return run.Changed(after, [table.Reference, .. views]);
    }

    public static SchemaResult Drop(StatementRun run, DropTableStatement statement)
    {
        string name = statement.Table.Name;
        string keyspaceName = run.KeyspaceOf(statement.Table);
        SystemKeyspaces.Refuse(keyspaceName, "DROP", $"table {keyspaceName}.{name}", run.Dialect);
        if (!run.Features.DropTruncateTable)
        {
            throw Refusal.Invalid("DROP and TRUNCATE TABLE functionality is not allowed", name);
        }

        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.Tables.Find(name) is not { } table)
        {
            if (keyspace?.Views.ContainsKey(name) == true)
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? "Cannot use DROP TABLE on Materialized View"
                        : "Cannot use DROP TABLE on a materialized view. Please use DROP MATERIALIZED VIEW instead.",
                    name);
            }

            return statement.IfExists
                ? run.Unchanged()
                : throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Cannot drop non existing table '{name}' in keyspace '{keyspaceName}'."
                        : $"Table '{keyspaceName}.{name}' doesn't exist",
                    name);
        }

        List<string> views = [.. keyspace.ViewsOf(name).Select(v => v.Name)];
        if (views.Count > 0)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot drop table when materialized views still depend on it ({keyspaceName}.{{{string.Join(", ", views)}}})"
                    : $"Cannot drop a table when materialized views still depend on it ({keyspaceName})",
                name);
        }

        SchemaObject[] indexes = [.. table.Indexes.Keys.Select(i => new SchemaObject(SchemaObjectKind.Index, keyspaceName, i))];
        return run.Changed(keyspace.WithoutTable(name), [table.Reference, .. indexes]);
    }
}
