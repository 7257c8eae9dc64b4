using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Which entries each compaction strategy knows (Cassandra 5.0.6 tried; ScyllaDB's compaction/*.cc).</summary>
internal static class CompactionStrategies
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly Regex Scaling = new(@"^(N|L[0-9]+|T[0-9]+|[+-]?[0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);
    private static readonly Regex Size = new(@"^\d+(\.\d+)?\s*([KMGTPE]i)?B$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    private static readonly SubOption[] Common =
    [
        SubOption.Switch("enabled", v => $"enabled should either be 'true' or 'false', not {v}"),
        SubOption.Fraction("tombstone_threshold", v => Above("tombstone_threshold", v), "int (base10)"),
        SubOption.Whole("tombstone_compaction_interval", v => v >= 0 ? null : Floor("tombstone_compaction_interval", v)),
        SubOption.Switch("unchecked_tombstone_compaction", v => $"'unchecked_tombstone_compaction' should be either 'true' or 'false', not '{v}'"),
    ];

    private static readonly SubOption[] CassandraCommon =
    [
        SubOption.Switch("log_all", v => $"'log_all' should either be 'true' or 'false', not {v}"),
        SubOption.Any("only_purge_repaired_tombstones"),
        SubOption.Any("provide_overlapping_tombstones"),
    ];

    private static readonly SubOption[] Thresholds = [SubOption.Any("min_threshold"), SubOption.Any("max_threshold")];

    private static readonly SubOption[] Tiers =
    [
        SubOption.Whole("min_sstable_size", v => v >= 0 ? null : $"min_sstable_size must be non negative: {v}"),
        SubOption.Fraction("bucket_low", _ => null),
        SubOption.Fraction("bucket_high", _ => null),
    ];

    private static readonly SubOption[] Windows =
    [
        SubOption.OneOf("compaction_window_unit", v => $"{v} is not valid for compaction_window_unit", "MINUTES", "HOURS", "DAYS"),
        SubOption.Whole("compaction_window_size", v => v >= 1 ? null : $"{v} must be greater than 1 for compaction_window_size"),
        SubOption.Whole(
            "expired_sstable_check_frequency_seconds",
            v => v >= 0 ? null : $"expired_sstable_check_frequency_seconds must not be negative, but was {v}"),
    ];

    public static bool IsKnown(string strategy, CqlDialect dialect) => strategy switch
    {
        "SizeTieredCompactionStrategy" or "LeveledCompactionStrategy" or "TimeWindowCompactionStrategy" => true,
        "UnifiedCompactionStrategy" => dialect.Is(ServerProduct.Cassandra, 5, 0),
        "IncrementalCompactionStrategy" => dialect.Is(ServerProduct.Scylla, 2025, 1),
        "NullCompactionStrategy" => dialect.IsScylla,
        "DateTieredCompactionStrategy" => dialect.IsCassandra && dialect.Version.Major < 4,
        _ => dialect.Features.ForeignClasses && strategy.Contains(".") && !strategy.StartsWith("org.apache.cassandra.", StringComparison.Ordinal),
    };

    public static bool HasThresholds(string strategy) =>
        strategy is "SizeTieredCompactionStrategy" or "LeveledCompactionStrategy" or "TimeWindowCompactionStrategy"
            or "DateTieredCompactionStrategy" or "IncrementalCompactionStrategy";

    public static IEnumerable<SubOption> Options(string strategy, CqlDialect dialect)
    {
        IEnumerable<SubOption> common = dialect.IsScylla ? Common : Common.Concat(CassandraCommon);
        return strategy switch
        {
            "SizeTieredCompactionStrategy" => common.Concat(Thresholds).Concat(Tiers).Concat(dialect.IsScylla
                ? [SubOption.Fraction("cold_reads_to_omit", _ => null)] : []),
            "LeveledCompactionStrategy" => common.Concat(Thresholds).Concat(Tiers).Concat(Leveled(dialect)),
            "TimeWindowCompactionStrategy" => common.Concat(Thresholds).Concat(Tiers).Concat(Windows).Concat(WindowsOf(dialect)),
            "UnifiedCompactionStrategy" => common.Where(o => o.Name != "min_threshold").Concat(Unified()),
            "IncrementalCompactionStrategy" => common.Concat(Thresholds).Concat(Tiers).Concat(Incremental()),
            _ => common.Concat(Thresholds).Concat(Tiers).Concat(Windows),
        };
    }

    private static IEnumerable<SubOption> Leveled(CqlDialect dialect)
    {
        yield return SubOption.Whole("sstable_size_in_mb", v => v >= 1 ? null : $"sstable_size_in_mb must be larger than 0, but was {v}");
        if (dialect.IsCassandra)
        {
            yield return SubOption.Whole("fanout_size", v => v >= 1 ? null : $"fanout_size must be larger than 0, but was {v}");
            yield return SubOption.Any("single_sstable_uplevel");
        }
    }

    private static IEnumerable<SubOption> WindowsOf(CqlDialect dialect)
    {
        if (dialect.IsScylla)
        {
            yield return SubOption.OneOf(
                "timestamp_resolution", v => $"{v} is not valid for timestamp_resolution", "MICROSECONDS", "MILLISECONDS");
            yield return SubOption.Any("enable_optimized_twcs_queries");
            yield break;
        }

        yield return SubOption.OneOf(
            "timestamp_resolution",
            v => $"{v} is not valid for timestamp_resolution",
            "NANOSECONDS", "MICROSECONDS", "MILLISECONDS", "SECONDS", "MINUTES", "HOURS", "DAYS");
        yield return new SubOption("unsafe_aggressive_sstable_expiration", v => v.ToLowerInvariant() switch
        {
            "false" => null,
            "true" => "unsafe_aggressive_sstable_expiration is requested but not allowed, restart cassandra with "
                + "-Dcassandra.allow_unsafe_aggressive_sstable_expiration=true to allow it",
            _ => $"unsafe_aggressive_sstable_expiration is not 'true' or 'false' ({v})",
        });
    }

    private static IEnumerable<SubOption> Incremental()
    {
        yield return SubOption.Whole("sstable_size_in_mb", v => v > 0 ? null : $"sstable_size_in_mb must be larger than 0, but was {v}");
        yield return SubOption.Fraction(
            "space_amplification_goal",
            v => v is > 1.0 and <= 2.0 ? null : $"space_amplification_goal ({OptionText.Of(v)}) must be greater than 1.0 and less than or equal to 2.0");
    }

    private static IEnumerable<SubOption> Unified()
    {
        yield return new SubOption("scaling_parameters", CheckScaling);
        yield return new SubOption("target_sstable_size", v => Size.IsMatch(v) switch
        {
            false => $"target_sstable_size {v} is not a valid size in bytes: {v} does not end in unit B",
            true => Bytes(v) < 1024 * 1024 ? $"target_sstable_size {v} is not acceptable, size must be at least 1.000MiB" : null,
        });
        yield return new SubOption(
            "flush_size_override",
            v => Size.IsMatch(v) ? null : $"flush_size_override {v} is not a valid size in bytes: {v} does not end in unit B");
        yield return new SubOption("min_sstable_size", v => Size.IsMatch(v) ? null : $"{v} is not a valid size in bytes for min_sstable_size");
        yield return SubOption.Whole("base_shard_count", v => v > 0 ? null : $"Invalid configuration, base_shard_count should be positive: {v}");
        yield return SubOption.Fraction("sstable_growth", v => v is >= 0 and <= 1 ? null : $"sstable_growth {OptionText.Of(v)} must be between 0 and 1");
        yield return SubOption.Whole("max_sstables_to_compact", _ => null);
        yield return SubOption.Whole(
            "expired_sstable_check_frequency_seconds",
            v => v > 0 ? null : $"Invalid configuration, expired_sstable_check_frequency_seconds should be positive: {v}");
        yield return SubOption.OneOf(
            "overlap_inclusion_method",
            v => $"Invalid overlap inclusion method {v}. The valid options are [NONE, SINGLE, TRANSITIVE].",
            "NONE", "SINGLE", "TRANSITIVE");
        yield return SubOption.Switch(
            "unsafe_aggressive_sstable_expiration", v => $"unsafe_aggressive_sstable_expiration should either be 'true' or 'false', not {v}");
    }

    private static string? CheckScaling(string text)
    {
        foreach (string part in text.Split(',').Select(p => p.Trim()))
        {
            if (!Scaling.IsMatch(part))
            {
                return $"Scaling parameter {part} must match N|L[0-9]+|T[0-9]+|[+-]?[0-9]+";
            }

            if (part[0] is 'L' or 'T' && OptionText.TryInteger(part.Substring(1), out long factor) && factor < 2)
            {
                return $"Fan factor cannot be lower than 2 in {part}";
            }
        }

        return null;
    }

    private static double Bytes(string text)
    {
        int digits = text.TakeWhile(c => char.IsDigit(c) || c == '.').Count();
        double number = double.Parse(text.Substring(0, digits), NumberStyles.Float, CultureInfo.InvariantCulture);
        int power = "KMGTPE".IndexOf(text.Substring(digits).Trim()[0]) + 1;
        return number * Math.Pow(1024, power);
    }

    private static string? Above(string name, double value) =>
        value >= 0 ? null : $"{name} must be greater than 0, but was {value.ToString("0.000000", CultureInfo.InvariantCulture)}";

    private static string Floor(string name, long value) => $"{name} must be greater than 0, but was {value}";
}
