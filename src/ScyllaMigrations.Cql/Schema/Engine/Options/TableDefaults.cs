using System;
using System.Collections.Concurrent;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What each server gives a new table when nothing is said.</summary>
internal static class TableDefaults
{
    private static readonly ConcurrentDictionary<(ServerProduct Product, Version Version), TableOptions> Known = new();

    /// <summary>The options of a bare CREATE TABLE.</summary>
    public static TableOptions Of(CqlDialect dialect) => Known.GetOrAdd((dialect.Product, dialect.Version), _ => Make(dialect));

    private static TableOptions Make(CqlDialect dialect)
    {
        TableOptions common = TableOptions.Empty
            .With("bloom_filter_fp_chance", OptionValue.Of("0.01"))
            .With("caching", OptionValue.Of(PersistentMap.OfText(("keys", "ALL"), ("rows_per_partition", dialect.IsScylla ? "ALL" : "NONE"))))
            .With("comment", OptionValue.Of(string.Empty))
            .With("crc_check_chance", OptionValue.Of("1.0"))
            .With("default_time_to_live", OptionValue.Of("0"))
            .With("gc_grace_seconds", OptionValue.Of("864000"))
            .With("max_index_interval", OptionValue.Of("2048"))
            .With("memtable_flush_period_in_ms", OptionValue.Of("0"))
            .With("min_index_interval", OptionValue.Of("128"));
        return dialect.IsScylla ? Scylla(common, dialect) : Cassandra(common, dialect);
    }

    private static TableOptions Scylla(TableOptions common, CqlDialect dialect)
    {
        bool incremental = dialect.Is(ServerProduct.Scylla, 2025, 1);
        bool dictionaries = dialect.Is(ServerProduct.Scylla, 2025, 2);
        return common
            .With("compaction", OptionValue.Of(PersistentMap.OfText(
                ("class", incremental ? "IncrementalCompactionStrategy" : "SizeTieredCompactionStrategy"))))
            .With("compression", OptionValue.Of(PersistentMap.OfText(
                ("sstable_compression", dictionaries ? "LZ4WithDictsCompressor" : "LZ4Compressor"))))
            .With("speculative_retry", OptionValue.Of("99.0PERCENTILE"));
    }

    private static TableOptions Cassandra(TableOptions common, CqlDialect dialect)
    {
        bool four = dialect.Is(ServerProduct.Cassandra, 4, 0);
        TableOptions options = common
            .With("cdc", OptionValue.Of("false"))
            .With("compaction", OptionValue.Of(PersistentMap.OfText(
                ("class", "SizeTieredCompactionStrategy"), ("max_threshold", "32"), ("min_threshold", "4"))))
            .With("compression", OptionValue.Of(PersistentMap.OfText(("chunk_length_in_kb", four ? "16" : "64"), ("class", "LZ4Compressor"))))
            .With("speculative_retry", OptionValue.Of(four ? "99p" : "99PERCENTILE"));
        if (!four)
        {
            return options
                .With("dclocal_read_repair_chance", OptionValue.Of("0.1"))
                .With("read_repair_chance", OptionValue.Of("0.0"));
        }

        options = options.With("additional_write_policy", OptionValue.Of("99p")).With("read_repair", OptionValue.Of("BLOCKING"));
        if (dialect.Is(ServerProduct.Cassandra, 4, 1))
        {
            options = options.With("memtable", OptionValue.Of("default"));
        }

        return dialect.Is(ServerProduct.Cassandra, 5, 0)
            ? options.With("allow_auto_snapshot", OptionValue.Of("true")).With("incremental_backups", OptionValue.Of("true"))
            : options;
    }
}
