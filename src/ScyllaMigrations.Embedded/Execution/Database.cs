using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.SystemTables;
using ScyllaMigrations.Embedded.Values;
using ScyllaMigrations.Embedded.Writing;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>The state of an embedded cluster: its schema and rows.</summary>
internal sealed class Database
{
    private readonly Dictionary<string, TableData> _data = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableModel> _models = new(StringComparer.Ordinal);
    private readonly List<SchemaRecord> _schemaRecords = [];
    private CodecFactory _codecs = new(ClusterSchema.Empty);
    private SystemCatalog? _system;
    private long _schemaTime;

    public Database(CqlDialect dialect, bool anyDataCenter)
    {
        Dialect = dialect;
        AnyDataCenter = anyDataCenter;
    }

    public CqlDialect Dialect { get; }

    public bool AnyDataCenter { get; }

    public ClusterSchema Schema { get; private set; } = ClusterSchema.Empty;

    /// <summary>Changes with every change of the schema, and is the same wherever the same log was read.</summary>
    public Guid SchemaVersion { get; private set; } = new("59adb24e-f3cd-3e02-97f0-5b395827453f");

    /// <summary>The statements that made the schema, in order, without those of dropped keyspaces.</summary>
    public IReadOnlyList<SchemaRecord> SchemaRecords => _schemaRecords;

    public CodecFactory Codecs => _codecs;

    public ChangeApplier Applier { get; } = new();

    public SystemCatalog System => _system ??= new SystemCatalog(Schema, Dialect, SchemaVersion, _schemaTime);

    /// <summary>The table of a name, or null.</summary>
    public TableModel? FindTable(string keyspace, string table)
    {
        string key = keyspace + "." + table;
        if (!_models.TryGetValue(key, out TableModel? model) && Schema.FindTable(keyspace, table) is { } schema)
        {
            _models[key] = model = new TableModel(schema, _codecs);
        }

        return model;
    }

    /// <summary>The rows of a table.</summary>
    public TableData DataOf(TableModel table)
    {
        string key = table.Keyspace + "." + table.Name;
        if (!_data.TryGetValue(key, out TableData? data))
        {
            _data[key] = data = new TableData(table.Order);
        }

        return data;
    }

    /// <summary>Takes a new schema over: forgets the rows of what is gone, and the cells of dropped columns.</summary>
    public void Change(ClusterSchema schema, SchemaRecord record)
    {
        ClusterSchema before = Schema;
        Schema = schema;
        _codecs = new CodecFactory(schema);
        _models.Clear();
        _system = null;
        _schemaTime = record.TimestampMicros;
        foreach (KeyspaceSchema keyspace in before.Keyspaces.Values)
        {
            KeyspaceSchema? now = schema.FindKeyspace(keyspace.Name);
            if (!ReferenceEquals(now, keyspace))
            {
                foreach (TableSchema table in keyspace.Tables.Values)
                {
                    Follow(table, now?.Tables.Find(table.Name), record.TimestampMicros);
                }
            }
        }

        Remember(record, schema);
        byte[] content = [.. UuidCodec.Encode(SchemaVersion), .. Encoding.UTF8.GetBytes(record.Text)];
        byte[] version = [.. Wire.Int64(Murmur3.Token(content)), .. Wire.Int64(Murmur3.Token([1, .. content]))];
        version[6] = (byte)((version[6] & 0x0F) | 0x30);
        version[8] = (byte)((version[8] & 0x3F) | 0x80);
        SchemaVersion = UuidCodec.Decode(version);
    }

    private void Follow(TableSchema before, TableSchema? now, long timestamp)
    {
        string key = before.Keyspace + "." + before.Name;
        if (now is null || now.Id != before.Id)
        {
            _data.Remove(key);
        }
        else if (!ReferenceEquals(before, now) && _data.TryGetValue(key, out TableData? data))
        {
            foreach (ColumnSchema column in before.Columns.Where(c => !c.IsKey && now.FindColumn(c.Name) is null))
            {
                data.Drop(column.Name, now.DroppedColumns.Find(column.Name)?.DroppedTimeMicros ?? timestamp);
            }
        }
    }

    // A dropped keyspace leaves nothing behind, so neither must the statements that made it.
    private void Remember(SchemaRecord record, ClusterSchema schema)
    {
        _schemaRecords.Add(record);
        string[] gone = [.. record.Keyspaces.Where(k => schema.FindKeyspace(k) is null)];
        if (gone.Length > 0)
        {
            _schemaRecords.RemoveAll(r => r.Keyspaces.Count > 0 && r.Keyspaces.All(k => Array.IndexOf(gone, k) >= 0));
        }
    }
}
