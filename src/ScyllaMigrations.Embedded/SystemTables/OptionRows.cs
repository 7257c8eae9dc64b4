using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Embedded.SystemTables;

/// <summary>Table options as columns of system_schema.tables and views.</summary>
internal static class OptionRows
{
    private static readonly string[] Doubles = ["bloom_filter_fp_chance", "crc_check_chance", "dclocal_read_repair_chance", "read_repair_chance"];
    private static readonly string[] Numbers =
        ["default_time_to_live", "gc_grace_seconds", "max_index_interval", "memtable_flush_period_in_ms", "min_index_interval"];

    private static readonly string[] Texts = ["additional_write_policy", "comment", "read_repair", "speculative_retry"];
    private static readonly string[] Maps = ["caching", "compaction", "compression"];

    // Cassandra writes these only where they are not at their default (SchemaKeyspace.addTableParamsToRowBuilder).
    private static readonly (string Name, string Default)[] Unwritten =
        [("allow_auto_snapshot", "true"), ("incremental_backups", "true"), ("cdc", "false"), ("memtable", "default")];

    public static IEnumerable<(string Column, object? Value)> Of(TableOptions options, CqlDialect dialect)
    {
        foreach (string name in Texts)
        {
            yield return (name, options.Text(name));
        }

        foreach (string name in Doubles)
        {
            string? text = options.Text(name) ?? (name.EndsWith("read_repair_chance", StringComparison.Ordinal) ? "0.0" : null);
            yield return (name, text is null ? null : double.Parse(text, CultureInfo.InvariantCulture));
        }

        foreach (string name in Numbers)
        {
            yield return (name, options.Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null);
        }

        foreach (string name in Maps)
        {
            yield return (name, options.Values.Find(name)?.Map is { } map ? Classes(name, map.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal)) : null);
        }

        foreach ((string name, string usual) in dialect.IsScylla ? [] : Unwritten)
        {
            string? text = options.Text(name);
            yield return (name, text is null || text == usual ? null : name == "memtable" ? text : text == "true");
        }

        yield return ("extensions", new Dictionary<string, byte[]>(StringComparer.Ordinal));
    }

    public static string[] Flags(TableFlags flags) =>
        [.. new[] { TableFlags.Compound, TableFlags.Counter, TableFlags.Dense, TableFlags.Super }.Where(f => flags.HasFlag(f)).Select(f => f.ToString().ToLowerInvariant())];

    /// <summary>A class with its package, when it has none.</summary>
    public static string Full(string name, string package) => name.Contains(".") ? name : package + name;

    private static Dictionary<string, string> Classes(string option, Dictionary<string, string> map)
    {
        string package = option == "compaction" ? "org.apache.cassandra.db.compaction." : "org.apache.cassandra.io.compress.";
        foreach (string key in new[] { "class", "sstable_compression" })
        {
            if (option != "caching" && map.TryGetValue(key, out string? name) && name.Length > 0)
            {
                map[key] = Full(name, package);
            }
        }

        return map;
    }
}
