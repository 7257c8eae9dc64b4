using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.SystemTables;

/// <summary>The system tables in one state of the cluster: system_schema, system.local and system.peers.</summary>
internal sealed class SystemCatalog
{
    private static readonly ConcurrentDictionary<string, TableSchema> Parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<SystemTable>> _tables = new(StringComparer.Ordinal);
    private readonly CqlDialect _dialect;
    private readonly CodecFactory _codecs;
    private readonly long _timestamp;

    public SystemCatalog(ClusterSchema schema, CqlDialect dialect, Guid schemaVersion, long timestamp)
    {
        _dialect = dialect;
        _codecs = new CodecFactory(schema);
        _timestamp = timestamp;
        SchemaRows rows = new(schema, dialect);
        Define("system_schema", SystemTableText.Schema, (name, table) => rows.Fill(name, table));
        if (dialect.IsScylla)
        {
            Define("system_schema", SystemTableText.ScyllaSchema, (name, table) => rows.Fill(name, table));
        }

        Define("system", SystemTableText.Local, (name, table) => FillLocal(name, table, schemaVersion));
    }

    /// <summary>The table, or null when there is none of that name.</summary>
    public SystemTable? Find(string keyspace, string table) =>
        _tables.TryGetValue(keyspace + "." + table, out Lazy<SystemTable>? found) ? found.Value : null;

    /// <summary>Whether a keyspace is one of these.</summary>
    public static bool IsSystem(string keyspace) => keyspace is "system" or "system_schema";

    private void Define(string keyspace, string[] texts, Action<string, SystemTable> fill)
    {
        foreach (string text in texts)
        {
            string name = text.Substring("CREATE TABLE s.".Length, text.IndexOf(' ', "CREATE TABLE s.".Length) - "CREATE TABLE s.".Length);
            _tables[keyspace + "." + name] = new Lazy<SystemTable>(() =>
            {
                SystemTable table = new(new TableModel(Parse(keyspace, text), _codecs), _timestamp);
                fill(name, table);
                return table;
            });
        }
    }

    private static TableSchema Parse(string keyspace, string text) => Parsed.GetOrAdd(keyspace + "\n" + text, _ =>
    {
        CqlDialect dialect = CqlDialect.Cassandra50;
        SchemaContext context = new(dialect);
        ClusterSchema schema = SchemaEngine.Apply(
            ClusterSchema.Empty,
            CqlParser.ParseStatement("CREATE KEYSPACE s WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}", dialect),
            context).Schema;
        SchemaResult result = SchemaEngine.Apply(schema, CqlParser.ParseStatement(text, dialect), context);
        return result.Schema.FindKeyspace("s")!.Tables.Values.Single() with { Keyspace = keyspace };
    });

    private void FillLocal(string name, SystemTable table, Guid schemaVersion)
    {
        if (name != "local")
        {
            return;
        }

        table.Add(
            ("key", "local"),
            ("bootstrapped", "COMPLETED"),
            ("broadcast_address", IPAddress.Loopback),
            ("cluster_name", "embedded"),
            ("cql_version", _dialect.IsScylla ? "3.3.1" : "3.4.7"),
            ("data_center", EmbeddedHost.DataCenter),
            ("host_id", EmbeddedHost.Id),
            ("listen_address", IPAddress.Loopback),
            ("native_protocol_version", "4"),
            ("partitioner", "org.apache.cassandra.dht.Murmur3Partitioner"),
            ("rack", EmbeddedHost.Rack),
            ("release_version", EmbeddedHost.ReleaseVersion(_dialect)),
            ("rpc_address", IPAddress.Loopback),
            ("schema_version", schemaVersion),
            ("tokens", new[] { long.MinValue.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
    }
}
