using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What only ScyllaDB refuses of a table: counters and change data capture where they are not offered.</summary>
internal static class ScyllaTableRules
{
    public static void Check(StatementRun run, KeyspaceSchema keyspace, TableSchema table)
    {
        if (!run.IsScylla)
        {
            return;
        }

        bool tablets = KeyspaceProperties.UsesTablets(keyspace);
        if (table.IsCounter && tablets && !run.Dialect.Is(ServerProduct.Scylla, 2026, 1))
        {
            throw Refusal.Invalid("Cannot use the 'counter' type for table " + table.Keyspace + "." + table.Name
                + ": Counters are not yet supported with tablets", table.Name);
        }

        if (!CapturesChanges(table.Options))
        {
            return;
        }

        if (table.IsCounter)
        {
            throw Refusal.Invalid($"Cannot enable CDC on counter table {table.Keyspace}.{table.Name}", "cdc");
        }

        if (tablets && !run.Dialect.Is(ServerProduct.Scylla, 2025, 4))
        {
            throw Refusal.Invalid(
                $"Cannot create CDC log for a table {table.Keyspace}.{table.Name}, because keyspace uses tablets", "cdc");
        }
    }

    public static bool CapturesChanges(TableOptions options)
    {
        PersistentMap<string, string>? cdc = options.Values.Find("cdc")?.Map;
        return cdc?.Find("enabled") == "true";
    }
}
