using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Clusters;

/// <summary>Reads the live schema from <c>system_schema</c>, one query a table, into the same model that <see cref="SchemaEngine"/> predicts.</summary>
/// <remarks>
/// Roles and permissions are not read. On ScyllaDB, options that are kept in <c>tables.extensions</c> (tombstone_gc, cdc and the like) are left out: they
/// are blobs of the server's own making.
/// </remarks>
public sealed partial class SchemaReader
{
    private static readonly HashSet<string> SystemKeyspaces = new(StringComparer.Ordinal)
    {
        "system", "system_schema", "system_views", "system_virtual_schema", "system_auth", "system_distributed", "system_traces",
        "system_distributed_everywhere", "system_replicated_keys", "system_audit", "audit",
    };

    private readonly ICqlSession _session;
    private readonly CqlDialect _dialect;
    private readonly Guid? _host;
    private readonly Dictionary<string, CqlType> _types = new(StringComparer.Ordinal);

    /// <summary>Makes a reader.</summary>
    /// <param name="session">The session.</param>
    /// <param name="dialect">The server's dialect.</param>
    /// <param name="host">The host to ask and no other; null lets the session choose.</param>
    public SchemaReader(ICqlSession session, CqlDialect dialect, Guid? host)
    {
        _session = session;
        _dialect = dialect;
        _host = host;
    }

    /// <summary>Reads all keyspaces but the servers' own.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ClusterSchema> ReadAsync(CancellationToken cancellationToken)
    {
        // Asked for at once: on a server each answer costs a round trip, and none depends on another.
        Task<ILookup<string, CqlRow>> keyspaces = RowsAsync("keyspaces", cancellationToken);
        Task<ILookup<string, CqlRow>> tables = RowsAsync("tables", cancellationToken);
        Task<ILookup<string, CqlRow>> columns = RowsAsync("columns", cancellationToken);
        Task<ILookup<string, CqlRow>> dropped = RowsAsync("dropped_columns", cancellationToken);
        Task<ILookup<string, CqlRow>> indexes = RowsAsync("indexes", cancellationToken);
        Task<ILookup<string, CqlRow>> views = RowsAsync("views", cancellationToken);
        Task<ILookup<string, CqlRow>> types = RowsAsync("types", cancellationToken);
        Task<ILookup<string, CqlRow>> functions = RowsAsync("functions", cancellationToken);
        Task<ILookup<string, CqlRow>> aggregates = RowsAsync("aggregates", cancellationToken);
        Task<ILookup<string, CqlRow>> triggers = _dialect.IsCassandra ? RowsAsync("triggers", cancellationToken) : Nothing;
        Task<ILookup<string, CqlRow>> masks = _dialect.Is(ServerProduct.Cassandra, 5, 0) ? RowsAsync("column_masks", cancellationToken) : Nothing;
        await Task.WhenAll(keyspaces, tables, columns, dropped, indexes, views, types, functions, aggregates, triggers, masks).ConfigureAwait(false);

        ClusterSchema schema = ClusterSchema.Empty;
        foreach (CqlRow row in (await keyspaces.ConfigureAwait(false)).SelectMany(group => group))
        {
            string name = Text(row, "keyspace_name");
            TableRows rows = new(
                (await columns.ConfigureAwait(false))[name].ToLookup(TableOf, StringComparer.Ordinal),
                (await dropped.ConfigureAwait(false))[name].ToLookup(TableOf, StringComparer.Ordinal),
                (await indexes.ConfigureAwait(false))[name].ToLookup(TableOf, StringComparer.Ordinal),
                (await triggers.ConfigureAwait(false))[name].ToLookup(TableOf, StringComparer.Ordinal),
                (await masks.ConfigureAwait(false))[name].ToLookup(TableOf, StringComparer.Ordinal));
            KeyspaceSchema keyspace = ToKeyspace(row) with
            {
                Types = PersistentMap.From((await types.ConfigureAwait(false))[name].Select(ToUserType).Select(type => Pair(type.Name, type))),
                Functions = PersistentMap.From((await functions.ConfigureAwait(false))[name].Select(ToFunction).Select(function => Pair(function.Signature, function))),
                Aggregates = PersistentMap.From((await aggregates.ConfigureAwait(false))[name].Select(ToAggregate).Select(aggregate => Pair(aggregate.Signature, aggregate))),
            };
            foreach (CqlRow table in (await tables.ConfigureAwait(false))[name])
            {
                keyspace = keyspace.With(ToTable(table, rows));
            }

            foreach (CqlRow view in (await views.ConfigureAwait(false))[name].Where(view => !IsIndexView(view, keyspace)))
            {
                keyspace = keyspace.With(ToView(view, rows));
            }

            schema = schema.With(keyspace);
        }

        return schema;
    }

    private static Task<ILookup<string, CqlRow>> Nothing { get; } =
        Task.FromResult(Array.Empty<CqlRow>().ToLookup(TableOf, StringComparer.Ordinal));

    private async Task<ILookup<string, CqlRow>> RowsAsync(string table, CancellationToken cancellationToken)
    {
        CqlResult result = await _session.ExecuteAsync(
            new CqlRequest($"SELECT * FROM system_schema.{table}") { Host = _host, Consistency = ConsistencyLevel.One, Idempotent = true }, cancellationToken).ConfigureAwait(false);
        return result.Rows.Where(row => !SystemKeyspaces.Contains(Text(row, "keyspace_name"))).ToLookup(row => Text(row, "keyspace_name"), StringComparer.Ordinal);
    }

    private static KeyspaceSchema ToKeyspace(CqlRow row)
    {
        PersistentMap<string, string> replication = TextMap(row, "replication") ?? PersistentMap<string, string>.Empty;
        return new KeyspaceSchema
        {
            Name = Text(row, "keyspace_name"),
            Replication = new ReplicationSchema(
                Short(replication.Find("class") ?? string.Empty, "org.apache.cassandra.locator."), replication.Remove("class")),
            DurableWrites = row.Get<bool?>("durable_writes") ?? true,
        };
    }

    // ScyllaDB keeps each index as a view named after it.
    private bool IsIndexView(CqlRow view, KeyspaceSchema keyspace)
    {
        string name = Text(view, "view_name");
        const string suffix = "_index";
        return _dialect.IsScylla && name.EndsWith(suffix, StringComparison.Ordinal)
            && keyspace.IndexTables.Find(name.Substring(0, name.Length - suffix.Length)) == Text(view, "base_table_name");
    }

    private CqlType Type(string text)
    {
        if (!_types.TryGetValue(text, out CqlType? type))
        {
            // The value column of a compact table without one: system_schema names its type by a word that no statement may use.
            type = text == "empty" ? new CustomType("org.apache.cassandra.db.marshal.EmptyType") : CqlTypeParser.Parse(text, _dialect);
            _types.Add(text, type);
        }

        return type;
    }

    private static string TableOf(CqlRow row) => Text(row, "table_name");

    private static string Text(CqlRow row, string column) => row.Get<string>(column) ?? string.Empty;

    private static IReadOnlyList<string> Texts(CqlRow row, string column) =>
        row[column] is IEnumerable<object?> values ? [.. values.Select(value => (string)value!)] : [];

    private static PersistentMap<string, string>? TextMap(CqlRow row, string column)
    {
        if (!row.TryGet(column, out object? value) || value is not IReadOnlyDictionary<object, object> map)
        {
            return null;
        }

        return PersistentMap.From(map.Select(entry => Pair((string)entry.Key, (string)entry.Value)));
    }

    private static string Short(string name, string package) => name.StartsWith(package, StringComparison.Ordinal) ? name.Substring(package.Length) : name;

    private static KeyValuePair<string, T> Pair<T>(string key, T value) => new(key, value);

    private sealed record TableRows(
        ILookup<string, CqlRow> Columns, ILookup<string, CqlRow> Dropped, ILookup<string, CqlRow> Indexes, ILookup<string, CqlRow> Triggers, ILookup<string, CqlRow> Masks);
}
