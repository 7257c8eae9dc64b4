using System.Globalization;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Which names keyspaces and tables may have, and how long they may be.</summary>
internal static class NameRules
{
    /// <summary>ScyllaDB's limit for keyspaces, tables, views and indexes: 48 up to 2025.1, 192 since (schema/schema.hh).</summary>
    public static int ScyllaLength(CqlDialect dialect) => dialect.Is(ServerProduct.Scylla, 2025, 2) ? 192 : 48;

    public static void CheckKeyspace(string name, StatementRun run)
    {
        if (!IsWord(name))
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"\"{name}\" is not a valid keyspace name"
                    : $"Keyspace name must not be empty and must contain alphanumeric or underscore characters only (got \"{name}\")",
                name);
        }

        int limit = run.IsScylla ? ScyllaLength(run.Dialect) : 48;
        if (name.Length > limit)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Keyspace names shouldn't be more than {Number(limit)} characters long (got \"{name}\")"
                    : $"Keyspace name must not be more than {Number(limit)} characters long (got {Number(name.Length)} characters for \"{name}\")",
                name);
        }
    }

    public static void CheckTable(string keyspace, string name, StatementRun run)
    {
        if (run.IsScylla)
        {
            int limit = ScyllaLength(run.Dialect);
            if (!IsWord(name))
            {
                throw Refusal.Invalid($"\"{name}\" is not a valid table name (must be alphanumeric character only: [0-9A-Za-z]+)", name);
            }

            if (name.Length > limit)
            {
                throw Refusal.Invalid($"Table names shouldn't be more than {Number(limit)} characters long (got \"{name}\")", name);
            }

            return;
        }

        if (!IsWord(name))
        {
            throw Refusal.Config(
                $"{keyspace}.{name}: Table name must not be empty or not contain non-alphanumeric-underscore characters (got \"{name}\")",
                name);
        }

        int longest = run.Dialect.Is(ServerProduct.Cassandra, 5, 0) ? 222 : 48;
        if (name.Length > longest)
        {
            throw Refusal.Config(
                $"{keyspace}.{name}: Table name is too long: {Number(name.Length)} characters, at most {Number(longest)} are allowed", name);
        }
    }

    public static bool IsWord(string name)
    {
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
