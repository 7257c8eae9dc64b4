using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Table options that only ScyllaDB has, and its compression (cql3/statements/cf_prop_defs.cc, compressor.cc).</summary>
internal static class ScyllaOptionRules
{
    private const string Compressor = "sstable_compression";

    public static bool IsKnown(string name, CqlDialect dialect) => name switch
    {
        "cdc" or "tombstone_gc" or "paxos_grace_seconds" or "per_partition_rate_limit" or "scylla_encryption_options"
            or "synchronous_updates" => true,
        "in_memory" => !dialect.Is(ServerProduct.Scylla, 2025, 1),
        "tablets" => dialect.Is(ServerProduct.Scylla, 2025, 2),
        "storage_engine" or "large_data_guardrails_enabled" => dialect.Is(ServerProduct.Scylla, 2026, 3),
        _ => false,
    };

    public static OptionValue? Stored(string name, PropertySet properties)
    {
        switch (name)
        {
            case "cdc":
                return OptionValue.Of(Cdc(Map(name, properties)));
            case "tombstone_gc":
                return OptionValue.Of(TombstoneGc(Map(name, properties)));
            case "per_partition_rate_limit":
                return OptionValue.Of(Numbers(name, Map(name, properties), "max_reads_per_second", "max_writes_per_second"));
            case "paxos_grace_seconds":
                int seconds = properties.Integer(name) ?? 0;
                return seconds >= 0
                    ? OptionValue.Of(OptionText.Of(seconds))
                    : throw Refusal.Config($"{name} must be greater than or equal to 0 (got {OptionText.Of(seconds)})", name);
            case "tablets":
                return OptionValue.Of(Known(
                    name,
                    Map(name, properties),
                    "min_tablet_count", "max_tablet_count", "min_per_shard_tablet_count", "expected_data_size_in_gb", "pow2_count"));
            case "scylla_encryption_options":
                return OptionValue.Of(Map(name, properties));
            case "synchronous_updates" or "in_memory" or "large_data_guardrails_enabled":
                return OptionValue.Of(OptionText.Of(properties.Boolean(name) ?? false));
            case "storage_engine":
                return OptionValue.Of(properties.Text(name) ?? string.Empty);
            default:
                return null;
        }
    }

    public static PersistentMap<string, string> Compression(PersistentMap<string, string> given)
    {
        string? name = given.Find(Compressor) ?? given.Find("class");
        if (given.Count > 0 && name is null)
        {
            throw Refusal.Config($"Missing sub-option '{Compressor}' for the 'compression' option.", "compression");
        }

        if (string.IsNullOrEmpty(name))
        {
            return PersistentMap<string, string>.Empty;
        }

        string compressor = ClassNames.Short(name!, CompressionRules.Package);
        string[] known = ["LZ4Compressor", "SnappyCompressor", "DeflateCompressor", "ZstdCompressor", "LZ4WithDictsCompressor", "ZstdWithDictsCompressor"];
        if (!known.Contains(compressor))
        {
            throw Refusal.Config($"Could not create Compression for type {compressor}", Compressor);
        }

        foreach (string key in given.Keys)
        {
            bool understood = key is Compressor or "class" or "chunk_length_in_kb" or "chunk_length_kb" or "crc_check_chance"
                || (key is "compression_level" && compressor.StartsWith("Zstd", StringComparison.Ordinal));
            if (!understood)
            {
                throw Refusal.Config($"Unknown compression option '{key}'.", key);
            }
        }

        CheckChunk(given.Find("chunk_length_in_kb") ?? given.Find("chunk_length_kb"));
        return given.Remove("class").Set(Compressor, compressor);
    }

    private static void CheckChunk(string? text)
    {
        const string Name = "chunk_length_in_kb/chunk_length_kb";
        if (text is null)
        {
            return;
        }

        if (!OptionText.TryInteger(text, out long length))
        {
            throw Refusal.Syntax($"Invalid integer value {text} for {Name}", "chunk_length_in_kb");
        }

        if (length <= 0)
        {
            throw Refusal.Config($"Invalid negative or null for {Name}.", "chunk_length_in_kb");
        }

        if ((length & (length - 1)) != 0)
        {
            throw Refusal.Config($"{Name} must be a power of 2.", "chunk_length_in_kb");
        }

        if (length > 128)
        {
            throw Refusal.Config($"{Name} must be 128 or less.", "chunk_length_in_kb");
        }
    }

    private static PersistentMap<string, string> Cdc(PersistentMap<string, string> given)
    {
        PersistentMap<string, string> stored = PersistentMap<string, string>.Empty;
        foreach (KeyValuePair<string, string> entry in given)
        {
            string value = entry.Value.ToLowerInvariant();
            bool valid = entry.Key switch
            {
                "enabled" or "postimage" => value is "true" or "false" or "1" or "0",
                "preimage" => value is "true" or "false" or "full" or "1" or "0",
                "delta" => value is "full" or "keys",
                "ttl" => OptionText.TryInteger(value, out long seconds) && seconds >= 0,
                _ => throw Refusal.Config($"Invalid CDC option: {entry.Key}", entry.Key),
            };
            if (!valid)
            {
                throw Refusal.Config($"Invalid value for CDC option \"{entry.Key}\": {entry.Value}", entry.Key);
            }

            stored = stored.Set(entry.Key, value is "1" && entry.Key != "ttl" ? "true" : value is "0" && entry.Key != "ttl" ? "false" : value);
        }

        return stored;
    }

    private static PersistentMap<string, string> TombstoneGc(PersistentMap<string, string> given)
    {
        PersistentMap<string, string> known = Known("tombstone_gc", given, "mode", "propagation_delay_in_seconds");
        if (known.Find("mode") is { } mode && mode is not ("timeout" or "repair" or "disabled" or "immediate"))
        {
            throw Refusal.Config($"Invalid value for tombstone_gc option mode: {mode}", "mode");
        }

        return known.Find("propagation_delay_in_seconds") is { } delay && (!OptionText.TryInteger(delay, out long seconds) || seconds < 0)
            ? throw Refusal.Config($"Invalid value for tombstone_gc option propagation_delay_in_seconds: {delay}", "propagation_delay_in_seconds")
            : known;
    }

    private static PersistentMap<string, string> Numbers(string option, PersistentMap<string, string> given, params string[] names)
    {
        foreach (KeyValuePair<string, string> entry in Known(option, given, names))
        {
            if (!OptionText.TryInteger(entry.Value, out long value) || value < 0)
            {
                throw Refusal.Config($"Invalid value for {entry.Key} option: expected a non-negative number, got {entry.Value}", entry.Key);
            }
        }

        return given;
    }

    private static PersistentMap<string, string> Known(string option, PersistentMap<string, string> given, params string[] names)
    {
        string? unknown = given.Keys.FirstOrDefault(k => !names.Contains(k));
        return unknown is null ? given : throw Refusal.Config($"Unknown keys in map for {option} option: {unknown}", unknown);
    }

    private static PersistentMap<string, string> Map(string name, PropertySet properties) =>
        properties.Map(name) ?? PersistentMap<string, string>.Empty;
}
