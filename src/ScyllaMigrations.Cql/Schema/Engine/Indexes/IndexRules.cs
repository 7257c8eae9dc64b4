using System.Linq;
using System.Text;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE and DROP INDEX (Cassandra 5.0.6 tried; ScyllaDB's create_index_statement.cc).</summary>
internal static class IndexRules
{
    public static SchemaResult Create(StatementRun run, CreateIndexStatement statement)
    {
        string tableName = statement.Table.Name;
        string keyspaceName = run.KeyspaceOf(statement.Table);
        SystemKeyspaces.Refuse(keyspaceName, "ALTER", $"table {keyspaceName}.{tableName}", run.Dialect);
        (PersistentMap<string, string> options, PersistentMap<string, OptionValue> view) = IndexOptions.Read(run, statement);
        if (!run.Features.SecondaryIndexes)
        {
            throw Refusal.Invalid("Secondary index creation is not allowed", tableName);
        }

        KeyspaceSchema keyspace = run.RequireKeyspace(keyspaceName);
        TableSchema table = RequireTable(run, keyspace, tableName);
        if (statement.Name is not null && keyspace.IndexTables.ContainsKey(statement.Name))
        {
            return statement.IfNotExists
                ? run.Unchanged()
                : throw Refusal.Invalid(run.IsScylla ? "Index already exists" : $"Index '{statement.Name}' already exists", statement.Name);
        }

        if (table.IsCounter)
        {
            throw Refusal.Invalid(
                run.IsScylla ? "Secondary indexes are not supported on counter tables" : "Secondary indexes on counter tables aren't supported",
                tableName);
        }

        IndexSchema index = new(
            string.Empty, IndexTargets.Resolve(run, keyspace, table, statement), IndexClasses.Canonical(statement, run.Dialect), options)
        {
            ViewOptions = view,
        };
        if (!run.IsScylla)
        {
            SaiRules.Check(run, table, index);
        }

        string name = statement.Name ?? DefaultName(keyspace, table, index);
        CheckName(run, name);
        index = index with { Name = name };
        IndexSchema? equal = table.Indexes.Values.FirstOrDefault(i => i.EqualsWithoutName(index));
        if (equal is not null)
        {
            return statement.IfNotExists
                ? run.Unchanged()
                : throw Refusal.Invalid($"Index {name} is a duplicate of existing index {equal.Name}", name);
        }

        CheckRoom(run, keyspace, table, index);
        SchemaObject touched = new(SchemaObjectKind.Index, keyspaceName, name);
        return run.Changed(keyspace.With(table with { Indexes = table.Indexes.Set(name, index) }), touched);
    }

    public static SchemaResult Drop(StatementRun run, DropIndexStatement statement)
    {
        string name = statement.Index.Name;
        string keyspaceName = run.KeyspaceOf(statement.Index);
        SystemKeyspaces.Refuse(keyspaceName, "ALTER", "all tables in " + keyspaceName, run.Dialect);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.IndexTables.Find(name) is not { } tableName)
        {
            return statement.IfExists
                ? run.Unchanged()
                : throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Index '{name}' could not be found in any of the tables of keyspace '{keyspaceName}'"
                        : $"Index '{keyspaceName}.{name}' doesn't exist'",
                    name);
        }

        TableSchema table = keyspace.Tables[tableName];
        return run.Changed(
            keyspace.With(table with { Indexes = table.Indexes.Remove(name) }), new SchemaObject(SchemaObjectKind.Index, keyspaceName, name));
    }

    private static TableSchema RequireTable(StatementRun run, KeyspaceSchema keyspace, string name)
    {
        if (keyspace.Tables.Find(name) is { } table)
        {
            return table;
        }

        if (keyspace.Views.ContainsKey(name))
        {
            throw Refusal.Invalid(
                run.IsScylla ? "Secondary indexes are not supported on materialized views" : "Secondary indexes on materialized views aren't supported",
                name);
        }

        throw Refusal.Invalid(run.IsScylla ? $"unconfigured table {name}" : $"Table '{name}' doesn't exist", name);
    }

    // `<table>_<column>_idx`, without what no name may hold, and numbered where that is taken.
    private static string DefaultName(KeyspaceSchema keyspace, TableSchema table, IndexSchema index)
    {
        string column = index.Targets.Count == 1 && index.Targets[0].Kind != IndexTargetKind.PartitionKey ? index.Targets[0].Column : string.Empty;
        IndexTarget last = index.Targets[index.Targets.Count - 1];
        column = column.Length == 0 && last.Kind != IndexTargetKind.PartitionKey && index.Targets.Any(t => t.Kind == IndexTargetKind.PartitionKey)
            ? last.Column
            : column;
        StringBuilder word = new();
        foreach (char c in column)
        {
            word.Append(NameRules.IsWord(c.ToString()) ? c.ToString() : string.Empty);
        }

        string stem = word.Length == 0 ? table.Name + "_idx" : $"{table.Name}_{word}_idx";
        string name = stem;
        for (int i = 1; keyspace.IndexTables.ContainsKey(name); i++)
        {
            name = stem + "_" + OptionText.Of(i);
        }

        return name;
    }

    private static void CheckName(StatementRun run, string name)
    {
        if (!NameRules.IsWord(name))
        {
            throw run.IsScylla
                ? Refusal.Invalid($"\"{name}\" is not a valid index name", name)
                : Refusal.Config($"Illegal index name {name}", name);
        }
    }

    private static void CheckRoom(StatementRun run, KeyspaceSchema keyspace, TableSchema table, IndexSchema index)
    {
        // ScyllaDB keeps an index in a view of its own name.
        string view = index.Name + "_index";
        if (run.IsScylla && (keyspace.Tables.ContainsKey(view) || keyspace.Views.ContainsKey(view)))
        {
            throw Refusal.Invalid($"Index {index.Name} cannot be created, because table {view} already exists", index.Name);
        }

        Guardrails.Check(
            run, run.Features.IndexesPerTable, table.Indexes.Count + 1,
            $"Tables cannot have more secondary indexes than configured, aborting the creation of secondary index {index.Name}, which exceeds");
    }
}
