namespace ScyllaMigrations.Cql.Schema;

/// <summary>Ranges of table options (Cassandra 5.0.6 tried; ScyllaDB's cf_prop_defs.cc).</summary>
internal static class TableOptionRules
{
    private const int TwentyYears = 630720000;

    public static void Validate(TableOptions options, StatementRun run)
    {
        if (options.Compaction is { } compaction)
        {
            CompactionRules.Validate(compaction, run.Dialect);
        }

        double bloom = Fraction(options, "bloom_filter_fp_chance", 0.01);
        if (bloom is <= 6.71E-5 or > 1)
        {
            throw Refusal.Config(
                $"bloom_filter_fp_chance must be larger than 6.71E-5 and less than or equal to 1.0 (got {OptionText.Of(bloom)})",
                "bloom_filter_fp_chance");
        }

        double crc = Fraction(options, "crc_check_chance", 1);
        if (!run.IsScylla && crc is < 0 or > 1)
        {
            throw Refusal.Config(
                $"crc_check_chance must be larger than or equal to 0 and smaller than or equal to 1.0 (got {OptionText.Of(crc)})",
                "crc_check_chance");
        }

        AtLeast(options, "default_time_to_live", 0);
        if (options.DefaultTimeToLive > TwentyYears)
        {
            throw Refusal.Config(
                $"default_time_to_live must be less than or equal to {OptionText.Of(TwentyYears)} (got {OptionText.Of(options.DefaultTimeToLive)})",
                "default_time_to_live");
        }

        AtLeast(options, "gc_grace_seconds", 0);
        AtLeast(options, "min_index_interval", 1);
        int least = Whole(options, "min_index_interval", 128);
        int most = Whole(options, "max_index_interval", 2048);
        if (most < least)
        {
            throw Refusal.Config(
                $"max_index_interval must be greater than or equal to min_index_interval ({OptionText.Of(least)}) (got {OptionText.Of(most)})",
                "max_index_interval");
        }

        AtLeast(options, "memtable_flush_period_in_ms", 0);
        int flush = Whole(options, "memtable_flush_period_in_ms", 0);
        if (run.IsScylla && flush is > 0 and < 60000)
        {
            throw Refusal.Config(
                $"memtable_flush_period_in_ms must be 0 or greater than 60000 (got {OptionText.Of(flush)})", "memtable_flush_period_in_ms");
        }

        if (!run.Features.UncompressedTables && options.Values.Find("compression")?.Map?.Find("enabled") == "false")
        {
            throw Refusal.Invalid("Uncompressed table is not allowed", "compression");
        }
    }

    private static void AtLeast(TableOptions options, string name, int least)
    {
        int value = Whole(options, name, least);
        if (value < least)
        {
            throw Refusal.Config($"{name} must be greater than or equal to {OptionText.Of(least)} (got {OptionText.Of(value)})", name);
        }
    }

    private static int Whole(TableOptions options, string name, int missing) =>
        options.Text(name) is { } text && OptionText.TryInteger(text, out long value) ? (int)value : missing;

    private static double Fraction(TableOptions options, string name, double missing) =>
        options.Text(name) is { } text && OptionText.TryDouble(text, out double value) ? value : missing;
}
