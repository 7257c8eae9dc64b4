using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The `compaction` option: classes and thresholds; the entries of each strategy are in <see cref="CompactionStrategies"/>.</summary>
internal static class CompactionRules
{
    internal const string Package = "org.apache.cassandra.db.compaction.";

    /// <summary>The map as stored. Finds the class, which servers do before they look whether a table exists.</summary>
    public static PersistentMap<string, string> Canonical(PersistentMap<string, string> given, CqlDialect dialect)
    {
        string name = given.Find("class")
            ?? throw Refusal.Config("Missing sub-option 'class' for the 'compaction' option" + (dialect.IsScylla ? "." : string.Empty), "compaction");
        string strategy = ClassNames.Short(name, Package);
        if (!CompactionStrategies.IsKnown(strategy, dialect))
        {
            throw Refusal.Config(
                $"Unable to find compaction strategy class '{(dialect.IsScylla || strategy.Contains(".") ? name : Package + strategy)}'", "class");
        }

        PersistentMap<string, string> stored = given.Set("class", strategy);
        if (dialect.IsScylla || !CompactionStrategies.HasThresholds(strategy))
        {
            return stored;
        }

        stored = stored.ContainsKey("min_threshold") ? stored : stored.Set("min_threshold", "4");
        return stored.ContainsKey("max_threshold") ? stored : stored.Set("max_threshold", "32");
    }

    public static void Validate(PersistentMap<string, string> stored, CqlDialect dialect)
    {
        string strategy = stored.Find("class") ?? string.Empty;
        if (strategy.Contains("."))
        {
            return;
        }

        CheckThresholds(strategy, stored, dialect);
        Dictionary<string, SubOption> known = CompactionStrategies.Options(strategy, dialect).ToDictionary(o => o.Name, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> option in stored)
        {
            if (known.TryGetValue(option.Key, out SubOption? rule) && rule.Check(option.Value) is { } complaint)
            {
                throw Refusal.Config(complaint, option.Key);
            }
        }

        CheckBuckets(stored);
        List<string> unknown = [.. stored.Keys.Where(k => k != "class" && !known.ContainsKey(k))];
        if (unknown.Count > 0)
        {
            throw Refusal.Config(
                dialect.IsScylla
                    ? $"Invalid compaction strategy options {{{string.Join(", ", unknown.Select(u => u + "=" + stored[u]))}}} for chosen strategy type"
                    : $"Properties specified [{string.Join(", ", unknown)}] are not understood by {strategy}",
                unknown[0]);
        }
    }

    private static void CheckThresholds(string strategy, PersistentMap<string, string> options, CqlDialect dialect)
    {
        if (!CompactionStrategies.HasThresholds(strategy))
        {
            return;
        }

        long least = Threshold("min_threshold", options, 4);
        long most = Threshold("max_threshold", options, 32);
        if (least == 0 || most == 0)
        {
            throw Refusal.Config(
                "Disabling compaction by setting compaction thresholds to 0 has been removed, set the compaction option 'enabled' to false instead.",
                "min_threshold");
        }

        if (least < 2)
        {
            throw Refusal.Config(
                dialect.IsScylla
                    ? $"Min compaction threshold cannot be less than 2 (got {least})."
                    : $"Min compaction threshold cannot be less than 2 (got {least})",
                "min_threshold");
        }

        if (least > most)
        {
            throw Refusal.Config(
                $"Min compaction threshold (got {least}) cannot be greater than max compaction threshold (got {most})", "max_threshold");
        }
    }

    private static long Threshold(string name, PersistentMap<string, string> options, long missing) =>
        options.Find(name) is not { } text
            ? missing
            : OptionText.TryInteger(text, out long value)
                ? value
                : throw Refusal.Config($"Invalid value {text} for '{name}' compaction sub-option - must be an integer", name);

    private static void CheckBuckets(PersistentMap<string, string> options)
    {
        if (!options.ContainsKey("bucket_low") && !options.ContainsKey("bucket_high"))
        {
            return;
        }

        double low = options.Find("bucket_low") is { } l && OptionText.TryDouble(l, out double lv) ? lv : 0.5;
        double high = options.Find("bucket_high") is { } h && OptionText.TryDouble(h, out double hv) ? hv : 1.5;
        if (high <= low)
        {
            throw Refusal.Config(
                $"bucket_high value ({OptionText.Of(high)}) is less than or equal to the bucket_low value ({OptionText.Of(low)})", "bucket_low");
        }
    }
}
