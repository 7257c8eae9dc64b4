using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>A table or view as statements see it: its columns with their codecs, in one state of the schema.</summary>
internal sealed class TableModel
{
    private readonly Dictionary<string, ColumnModel> _byName;

    public TableModel(TableSchema schema, CodecFactory codecs)
    {
        Schema = schema;
        Codecs = codecs;
        Columns = [.. schema.Columns.Select(c => new ColumnModel(c, codecs.Get(c.Type, schema.Keyspace)))];
        _byName = Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        PartitionKey = [.. Columns.Where(c => c.Kind == ColumnKind.PartitionKey)];
        Clustering = [.. Columns.Where(c => c.Kind == ColumnKind.Clustering)];
        Order = new RowOrder(schema.ClusteringKey, c => _byName[c.Name].Codec);
    }

    public TableSchema Schema { get; }

    public CodecFactory Codecs { get; }

    public string Keyspace => Schema.Keyspace;

    public string Name => Schema.Name;

    public IReadOnlyList<ColumnModel> Columns { get; }

    public ColumnModel[] PartitionKey { get; }

    public ColumnModel[] Clustering { get; }

    public RowOrder Order { get; }

    public bool HasStatics => Columns.Any(c => c.Kind == ColumnKind.Static);

    public ColumnModel? Find(string name) => _byName.TryGetValue(name, out ColumnModel? column) ? column : null;

    /// <summary>The column, or the server's error.</summary>
    public ColumnModel Get(string name) => Find(name) ?? throw UndefinedColumn(name);

    public Clusters.CqlServerException UndefinedColumn(string name) =>
        CqlRefusal.Invalid($"Undefined column name {CqlIdentifier.Quote(name)} in table {Keyspace}.{Name}", name);
}
