using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The `caching` option (Cassandra 5.0.6 tried; ScyllaDB: caching_options.cc).</summary>
internal static class CachingRules
{
    public static PersistentMap<string, string> Canonical(PersistentMap<string, string> given, CqlDialect dialect)
    {
        string[] known = dialect.IsScylla ? ["keys", "rows_per_partition", "enabled"] : ["keys", "rows_per_partition"];
        List<string> unknown = [.. given.Keys.Where(k => !known.Contains(k))];
        if (unknown.Count > 0)
        {
            throw Refusal.Config(
                dialect.IsScylla
                    ? $"Invalid caching option: {unknown[0]}"
                    : $"Invalid caching sub-options [{string.Join(", ", unknown)}]: only 'keys' and 'rows_per_partition' are allowed",
                unknown[0]);
        }

        // A map replaces all: what it leaves out is NONE on Cassandra, but ALL on ScyllaDB.
        string missing = dialect.IsScylla ? "ALL" : "NONE";
        PersistentMap<string, string> stored = PersistentMap.OfText(
            ("keys", Keys(given.Find("keys") ?? missing)), ("rows_per_partition", Rows(given.Find("rows_per_partition") ?? missing)));
        return given.TryGetValue("enabled", out string? enabled) && enabled != "true" ? stored.Set("enabled", "false") : stored;
    }

    private static string Keys(string value) => value.ToUpperInvariant() is "ALL" or "NONE"
        ? value.ToUpperInvariant()
        : throw Refusal.Config($"Invalid value '{value}' for caching sub-option 'keys': only 'ALL' and 'NONE' are allowed", "keys");

    private static string Rows(string value)
    {
        if (value.ToUpperInvariant() is "ALL" or "NONE")
        {
            return value.ToUpperInvariant();
        }

        return OptionText.TryInteger(value, out long rows) && rows is >= 0 and <= int.MaxValue
            ? rows == 0 ? "NONE" : value
            : throw Refusal.Config(
                $"Invalid value '{value}' for caching sub-option 'rows_per_partition': only 'ALL', 'NONE', and integer values are allowed",
                "rows_per_partition");
    }
}
