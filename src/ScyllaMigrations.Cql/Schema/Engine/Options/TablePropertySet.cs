using System;
using System.Collections.Generic;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>
/// Table options of a statement. Cassandra reads the values first (a value that cannot be read wins over a missing table), asks for
/// unknown names and ranges only once it knows that the table is or is not there (5.0.6 tried).
/// </summary>
internal sealed class TablePropertySet
{
    private static readonly string[] Obsolete =
    [
        "dclocal_read_repair_chance", "index_interval", "populate_io_cache_on_flush", "read_repair_chance", "replicate_on_write",
    ];

    private readonly PropertySet _properties;
    private readonly StatementRun _run;
    private readonly Dictionary<string, OptionValue> _values = new(StringComparer.Ordinal);

    private TablePropertySet(PropertySet properties, StatementRun run)
    {
        _properties = properties;
        _run = run;
    }

    public static TablePropertySet Read(ValueList<Property> options, StatementRun run)
    {
        TablePropertySet set = new(new PropertySet(options, run.Dialect), run);
        if (run.IsScylla)
        {
            set.CheckKnown();
        }

        foreach (string name in set._properties.Names)
        {
            if (set.Stored(name) is { } value)
            {
                set._values[name] = value;
            }
        }

        return set;
    }

    /// <summary>The values that were given, as stored.</summary>
    public PersistentMap<string, OptionValue> Given => PersistentMap.From(_values);

    public bool HasId => _properties.Has("id");

    public Guid? Id
    {
        get
        {
            string? text = _properties.Text("id");
            return text is null
                ? null
                : Guid.TryParseExact(text, "D", out Guid id) ? id : throw Refusal.Config("Invalid table id", "id");
        }
    }

    public bool Has(string name) => _properties.Has(name);

    public void CheckKnown() => _properties.CheckKnown(IsKnown);

    public TableOptions ForNew()
    {
        TableOptions options = Over(TableDefaults.Of(_run.Dialect));
        bool bloomGiven = _values.ContainsKey("bloom_filter_fp_chance");
        if (!bloomGiven && !_run.IsScylla && options.Compaction?.Find("class") == "LeveledCompactionStrategy")
        {
            options = options.With("bloom_filter_fp_chance", OptionValue.Of("0.1"));
        }

        return options;
    }

    public TableOptions ForAltered(TableOptions before)
    {
        // Ranges are also checked on their own: min_index_interval = 5000 is refused even where the maximum is higher already.
        if (!_run.IsScylla)
        {
            TableOptionRules.Validate(Over(TableDefaults.Of(_run.Dialect)), _run);
        }

        return Over(before);
    }

    private TableOptions Over(TableOptions options)
    {
        foreach (KeyValuePair<string, OptionValue> entry in _values)
        {
            options = options.With(entry.Key, entry.Value);
        }

        return options.Text("bloom_filter_fp_chance") == "-1.0"
            ? options.With("bloom_filter_fp_chance", OptionValue.Of(DefaultBloom(options)))
            : options;
    }

    private static string DefaultBloom(TableOptions options) =>
        options.Compaction?.Find("class") == "LeveledCompactionStrategy" ? "0.1" : "0.01";

    private OptionValue? Stored(string name)
    {
        switch (name)
        {
            case "comment":
                return Text(name);
            case "bloom_filter_fp_chance" or "crc_check_chance":
                return OptionValue.Of(OptionText.Of(_properties.Double(name) ?? 0));
            case "default_time_to_live" or "gc_grace_seconds" or "max_index_interval" or "memtable_flush_period_in_ms" or "min_index_interval":
                return OptionValue.Of(OptionText.Of(_properties.Integer(name) ?? 0));
            case "speculative_retry" or "additional_write_policy":
                return OptionValue.Of(RetryPolicy.Canonical(_properties.Text(name) ?? string.Empty, _run.Dialect));
            case "caching":
                return OptionValue.Of(CachingRules.Canonical(Map(name), _run.Dialect));
            case "compaction":
                return OptionValue.Of(CompactionRules.Canonical(Map(name), _run.Dialect));
            case "compression":
                return OptionValue.Of(_run.IsScylla
                    ? ScyllaOptionRules.Compression(Map(name))
                    : CompressionRules.Canonical(Map(name), _run.Dialect));
            case "id" or "extensions":
                return null;
            default:
                return _run.IsScylla ? ScyllaOptionRules.Stored(name, _properties) : Cassandra(name);
        }
    }

    private OptionValue? Cassandra(string name)
    {
        switch (name)
        {
            case "read_repair":
                string strategy = (_properties.Text(name) ?? string.Empty).ToUpperInvariant();
                return strategy is "BLOCKING" or "NONE" or "ASYNC" or "BLOCKING_VIA_HINT"
                    ? OptionValue.Of(strategy)
                    : throw Refusal.Server(
                        $"java.lang.IllegalArgumentException: No enum constant org.apache.cassandra.service.reads.repair.ReadRepairStrategy.{strategy}",
                        name);
            case "memtable":
                return _properties.Text(name) == "default"
                    ? OptionValue.Of("default")
                    : throw Refusal.Config($"Memtable configuration \"{_properties.Text(name)}\" not found.", name);
            case "cdc":
                // Where change data capture is off, cdc = true is accepted and not written to system_schema (5.0.6 tried).
                return OptionValue.Of(OptionText.Of((_properties.Boolean(name) ?? false) && _run.Features.ChangeDataCapture));
            case "allow_auto_snapshot" or "incremental_backups":
                return OptionValue.Of(OptionText.Of(_properties.Boolean(name) ?? false));
            case "read_repair_chance" or "dclocal_read_repair_chance" when _run.Dialect.Version.Major < 4:
                return OptionValue.Of(OptionText.Of(_properties.Double(name) ?? 0));
            default:
                return null;
        }
    }

    private PersistentMap<string, string> Map(string name) => _properties.Map(name) ?? PersistentMap<string, string>.Empty;

    private OptionValue Text(string name) => OptionValue.Of(_properties.Text(name) ?? string.Empty);

    private bool IsKnown(string name)
    {
        if (name is "id" || TableDefaults.Of(_run.Dialect).Values.ContainsKey(name))
        {
            return true;
        }

        if (_run.IsScylla)
        {
            return ScyllaOptionRules.IsKnown(name, _run.Dialect) || Array.IndexOf(Obsolete, name) >= 0;
        }

        // Cassandra 3.11 ignores what 2.x had; from 4.0 on these are gone.
        return name is "extensions"
            || (_run.Dialect.Version.Major < 4 && name is "index_interval" or "replicate_on_write" or "populate_io_cache_on_flush");
    }
}
