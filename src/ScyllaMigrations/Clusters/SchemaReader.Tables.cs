using System;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Clusters;

/// <content>Tables and views with their columns and options.</content>
public sealed partial class SchemaReader
{
    private static readonly string[] OptionColumns =
    [
        "additional_write_policy", "allow_auto_snapshot", "bloom_filter_fp_chance", "caching", "cdc", "comment", "compaction", "compression", "crc_check_chance",
        "dclocal_read_repair_chance", "default_time_to_live", "gc_grace_seconds", "incremental_backups", "max_index_interval", "memtable",
        "memtable_flush_period_in_ms", "min_index_interval", "read_repair", "read_repair_chance", "speculative_retry",
    ];

    private TableSchema ToTable(CqlRow row, TableRows rows)
    {
        string name = TableOf(row);
        return new TableSchema
        {
            Keyspace = Text(row, "keyspace_name"),
            Name = name,
            Id = row.Get<Guid?>("id"),
            Columns = ToColumns(name, rows),
            Options = ToOptions(row),
            DroppedColumns = PersistentMap.From(rows.Dropped[name].Select(ToDropped).Select(column => Pair(column.Name, column))),
            Indexes = PersistentMap.From(rows.Indexes[name].Select(ToIndex).Select(index => Pair(index.Name, index))),
            Triggers = PersistentMap.From(rows.Triggers[name].Select(ToTrigger).Select(trigger => Pair(trigger.Name, trigger))),
            Flags = ToFlags(row),
        };
    }

    private ViewSchema ToView(CqlRow row, TableRows rows)
    {
        string name = Text(row, "view_name");
        return new ViewSchema
        {
            Keyspace = Text(row, "keyspace_name"),
            Name = name,
            Id = row.Get<Guid?>("id"),
            BaseTable = Text(row, "base_table_name"),
            IncludesAllColumns = row.Get<bool>("include_all_columns"),
            Where = ToWhere(Text(row, "where_clause")),
            Columns = ToColumns(name, rows),
            Options = ToOptions(row),
        };
    }

    private ValueList<ColumnSchema> ToColumns(string table, TableRows rows)
    {
        ILookup<string, CqlRow> masks = rows.Masks[table].ToLookup(row => Text(row, "column_name"), StringComparer.Ordinal);
        return TableSchema.Ordered(rows.Columns[table].Select(row =>
        {
            string name = Text(row, "column_name");
            return new ColumnSchema(
                name,
                Type(Text(row, "type")),
                ToColumnKind(Text(row, "kind")),
                row.Get<int>("position"),
                Text(row, "clustering_order") == "desc",
                masks[name].Select(ToMask).FirstOrDefault());
        }));
    }

    private static ColumnKind ToColumnKind(string kind) => kind switch
    {
        "partition_key" => ColumnKind.PartitionKey,
        "clustering" => ColumnKind.Clustering,
        "static" => ColumnKind.Static,
        _ => ColumnKind.Regular,
    };

    private ColumnMask ToMask(CqlRow row)
    {
        string keyspace = Text(row, "function_keyspace");
        return new ColumnMask(
            new QualifiedName(keyspace is "system" or "" ? null : keyspace, Text(row, "function_name")),
            ValueList.From(Texts(row, "function_argument_values").Select(text => CqlParser.ParseTerm(text, _dialect))));
    }

    private DroppedColumn ToDropped(CqlRow row) => new(
        Text(row, "column_name"),
        Type(Text(row, "type")),
        row.TryGet("kind", out object? kind) ? ToColumnKind(kind as string ?? string.Empty) : ColumnKind.Regular,
        row["dropped_time"] is DateTimeOffset time ? time.ToUnixTimeMilliseconds() * 1000 : null);

    private static TableFlags ToFlags(CqlRow row)
    {
        TableFlags flags = TableFlags.None;
        foreach (string flag in Texts(row, "flags"))
        {
            flags |= Enum.TryParse(flag, ignoreCase: true, out TableFlags known) ? known : TableFlags.None;
        }

        return flags;
    }

    private TableOptions ToOptions(CqlRow row)
    {
        PersistentMap<string, OptionValue> options = Unwritten();
        foreach (string name in OptionColumns)
        {
            if (row.TryGet(name, out object? value) && value is not null && ToOption(row, name, value) is { } option)
            {
                options = options.Set(name, option);
            }
        }

        return new TableOptions(options);
    }

    // Cassandra writes these columns only where they are not at their default (SchemaKeyspace.addTableParamsToRowBuilder).
    private PersistentMap<string, OptionValue> Unwritten()
    {
        PersistentMap<string, OptionValue> options = PersistentMap<string, OptionValue>.Empty;
        if (_dialect.IsScylla)
        {
            return options;
        }

        options = options.Set("cdc", OptionValue.Of("false"));
        options = _dialect.Is(ServerProduct.Cassandra, 4, 1) ? options.Set("memtable", OptionValue.Of("default")) : options;
        return _dialect.Is(ServerProduct.Cassandra, 5, 0)
            ? options.Set("allow_auto_snapshot", OptionValue.Of("true")).Set("incremental_backups", OptionValue.Of("true"))
            : options;
    }

    private OptionValue? ToOption(CqlRow row, string name, object value)
    {
        // From 4.0 on these two are kept for old readers, always 0.
        if (name is "read_repair_chance" or "dclocal_read_repair_chance" && (_dialect.IsScylla || _dialect.Version.Major >= 4))
        {
            return null;
        }

        switch (value)
        {
            case string text:
                return OptionValue.Of(text);
            case bool flag:
                return OptionValue.Of(flag ? "true" : "false");
            case double fraction:
                return OptionValue.Of(Fraction(fraction));
            case int number:
                return OptionValue.Of(number.ToString(CultureInfo.InvariantCulture));
        }

        if (TextMap(row, name) is not { } map)
        {
            return null;
        }

        return OptionValue.Of(name switch
        {
            "compaction" => Shortened(map, "class", "org.apache.cassandra.db.compaction."),
            "compression" => Shortened(Shortened(map, "class", "org.apache.cassandra.io.compress."), "sstable_compression", "org.apache.cassandra.io.compress."),
            _ => map,
        });
    }

    private static PersistentMap<string, string> Shortened(PersistentMap<string, string> map, string key, string package) =>
        map.Find(key) is { } name ? map.Set(key, Short(name, package)) : map;

    // As Java prints a double, which is how options are shown and compared.
    private static string Fraction(double value)
    {
        if (Math.Abs(value) is > 0 and < 0.001)
        {
            return value.ToString("0.0################E-0", CultureInfo.InvariantCulture);
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E']) >= 0 ? text : text + ".0";
    }
}
