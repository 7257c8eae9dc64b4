using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.SystemTables;

/// <summary>The rows of system_schema, in the form in which servers keep them.</summary>
internal sealed class SchemaRows(ClusterSchema schema, CqlDialect dialect)
{
    public void Fill(string name, SystemTable table)
    {
        foreach (KeyspaceSchema keyspace in schema.Keyspaces.Values)
        {
            Fill(name, table, keyspace);
        }
    }

    private void Fill(string name, SystemTable table, KeyspaceSchema keyspace)
    {
        switch (name)
        {
            case "keyspaces":
                table.Add(("keyspace_name", keyspace.Name), ("durable_writes", keyspace.DurableWrites), ("replication", Replication(keyspace.Replication)));
                break;
            case "tables":
                Each(keyspace.Tables.Values, t => table.Add([("keyspace_name", keyspace.Name), ("table_name", t.Name), ("id", t.Id), ("flags", OptionRows.Flags(t.Flags)), .. OptionRows.Of(t.Options, dialect)]));
                break;
            case "views":
                Each(keyspace.Views.Values, v => table.Add(
                [
                    ("keyspace_name", keyspace.Name), ("view_name", v.Name), ("id", v.Id), ("base_table_name", v.BaseTable),
                    ("base_table_id", keyspace.Tables.Find(v.BaseTable)?.Id), ("include_all_columns", v.IncludesAllColumns),
                    ("where_clause", string.Join(" AND ", v.Where.Select(CqlWriter.Write))), .. OptionRows.Of(v.Options, dialect),
                ]));
                break;
            case "columns":
                Each(keyspace.Tables.Values, t => Columns(table, keyspace.Name, t.Name, t.Columns));
                Each(keyspace.Views.Values, v => Columns(table, keyspace.Name, v.Name, v.Columns));
                break;
            case "dropped_columns":
                Each(keyspace.Tables.Values, t => Each(t.DroppedColumns.Values, d => table.Add(
                    ("keyspace_name", keyspace.Name), ("table_name", t.Name), ("column_name", d.Name), ("kind", Kind(d.Kind)), ("type", d.Type.CqlName),
                    ("dropped_time", d.DroppedTimeMicros is { } micros ? DateTimeOffset.FromUnixTimeMilliseconds(micros / 1000) : null))));
                break;
            case "column_masks":
                Each(keyspace.Tables.Values, t => Each(t.Columns.Where(c => c.Mask is not null), c => Mask(table, keyspace.Name, t.Name, c)));
                break;
            case "triggers":
                Each(keyspace.Tables.Values, t => Each(t.Triggers.Values, g => table.Add(
                    ("keyspace_name", keyspace.Name), ("table_name", t.Name), ("trigger_name", g.Name),
                    ("options", new Dictionary<string, string>(StringComparer.Ordinal) { ["class"] = g.ClassName }))));
                break;
            case "indexes":
                Each(keyspace.Tables.Values, t => Each(t.Indexes.Values, i => table.Add(
                    ("keyspace_name", keyspace.Name), ("table_name", t.Name), ("index_name", i.Name),
                    ("kind", i.ClassName is null ? "COMPOSITES" : "CUSTOM"), ("options", IndexOptions(i)))));
                break;
            case "types":
                Each(keyspace.Types.Values, t => table.Add(
                    ("keyspace_name", keyspace.Name), ("type_name", t.Name),
                    ("field_names", t.Fields.Select(f => f.Name).ToArray()), ("field_types", t.Fields.Select(f => f.Type.CqlName).ToArray())));
                break;
            case "functions":
                Each(keyspace.Functions.Values, f => table.Add(
                    ("keyspace_name", keyspace.Name), ("function_name", f.Name), ("argument_types", f.Arguments.Select(a => a.Type.CqlName).ToArray()),
                    ("argument_names", f.Arguments.Select(a => a.Name).ToArray()), ("body", f.Body), ("called_on_null_input", f.CalledOnNullInput),
                    ("language", f.Language), ("return_type", f.ReturnType.CqlName)));
                break;
            case "aggregates":
                Each(keyspace.Aggregates.Values, a => table.Add(
                    ("keyspace_name", keyspace.Name), ("aggregate_name", a.Name), ("argument_types", a.ArgumentTypes.Select(t => t.CqlName).ToArray()),
                    ("final_func", a.FinalFunction), ("initcond", a.InitialCondition is null ? null : CqlWriter.Write(a.InitialCondition)),
                    ("return_type", ReturnType(keyspace, a).CqlName), ("state_func", a.StateFunction), ("state_type", a.StateType.CqlName)));
                break;
            case "scylla_keyspaces":
                Scylla(table, keyspace);
                break;
            case "scylla_tables":
                Each(keyspace.Tables.Values, t => table.Add(
                    ("keyspace_name", keyspace.Name), ("table_name", t.Name), ("version", t.Id), ("committed_by_group0", true),
                    ("cdc", t.Options.Values.Find("cdc")?.Map is { } cdc ? Map(cdc) : null)));
                break;
        }
    }

    private static void Scylla(SystemTable table, KeyspaceSchema keyspace)
    {
        // A keyspace on vnodes without storage options has no row here.
        bool tablets = keyspace.Tablets?.Find("enabled") == "true";
        if (tablets || keyspace.Storage is not null)
        {
            int? initial = tablets
                ? int.TryParse(keyspace.Tablets!.Find("initial"), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : 0
                : null;
            table.Add(
                ("keyspace_name", keyspace.Name), ("initial_tablets", initial), ("storage_type", keyspace.Storage?.Find("type")),
                ("storage_options", keyspace.Storage is { } storage ? Map(storage) : null));
        }
    }

    private static void Columns(SystemTable table, string keyspace, string name, ValueList<ColumnSchema> columns)
    {
        foreach (ColumnSchema column in columns)
        {
            table.Add(
                ("keyspace_name", keyspace), ("table_name", name), ("column_name", column.Name),
                ("column_name_bytes", Encoding.UTF8.GetBytes(column.Name)), ("kind", Kind(column.Kind)), ("position", column.IsKey ? column.Position : -1),
                ("clustering_order", column.Kind != ColumnKind.Clustering ? "none" : column.Descending ? "desc" : "asc"), ("type", column.Type.CqlName));
        }
    }

    private static void Mask(SystemTable table, string keyspace, string name, ColumnSchema column)
    {
        ColumnMask mask = column.Mask!;
        table.Add(
            ("keyspace_name", keyspace), ("table_name", name), ("column_name", column.Name),
            ("function_keyspace", mask.Function.Keyspace ?? "system"), ("function_name", mask.Function.Name),
            ("function_argument_values", mask.Arguments.Select(CqlWriter.Write).ToArray()));
    }

    private static CqlType ReturnType(KeyspaceSchema keyspace, AggregateSchema aggregate) =>
        keyspace.Functions.Values.FirstOrDefault(f => f.Name == aggregate.FinalFunction)?.ReturnType ?? aggregate.StateType;

    private static string Kind(ColumnKind kind) => kind switch
    {
        ColumnKind.PartitionKey => "partition_key",
        ColumnKind.Clustering => "clustering",
        ColumnKind.Static => "static",
        _ => "regular",
    };

    private static Dictionary<string, string> Replication(ReplicationSchema replication)
    {
        Dictionary<string, string> map = Map(replication.Options);
        map["class"] = OptionRows.Full(replication.Class, "org.apache.cassandra.locator.");
        return map;
    }

    private static Dictionary<string, string> IndexOptions(IndexSchema index)
    {
        Dictionary<string, string> map = Map(index.Options);
        map["target"] = Target(index.Targets);
        if (index.ClassName is { } name)
        {
            map["class_name"] = name;
        }

        return map;
    }

    // ScyllaDB keeps the target of a local index as JSON.
    private static string Target(ValueList<IndexTarget> targets)
    {
        if (targets.Count == 1)
        {
            return Target(targets[0]);
        }

        IEnumerable<string> partition = targets.Where(t => t.Kind == IndexTargetKind.PartitionKey).SelectMany(t => t.Columns);
        IEnumerable<string> clustering = targets.Where(t => t.Kind != IndexTargetKind.PartitionKey).Select(Target);
        return "{\"pk\":[" + string.Join(",", partition.Select(Values.JsonText.Quote)) + "],\"ck\":[" + string.Join(",", clustering.Select(Values.JsonText.Quote)) + "]}";
    }

    private static string Target(IndexTarget target)
    {
        string column = CqlIdentifier.Quote(target.Column);
        return target.Kind == IndexTargetKind.Column ? column : target.Kind.ToString().ToLowerInvariant() + "(" + column + ")";
    }

    private static Dictionary<string, string> Map(PersistentMap<string, string> map) => map.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);

    private static void Each<T>(IEnumerable<T> items, Action<T> action)
    {
        foreach (T item in items)
        {
            action(item);
        }
    }
}
