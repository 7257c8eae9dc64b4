using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Checks an INSERT and finds what it writes.</summary>
internal sealed class InsertBuilder(TermEvaluator evaluator, TableModel table, long timestamp)
{
    public Modification Build(InsertStatement insert)
    {
        if (insert.Columns.Count == 0)
        {
            throw CqlRefusal.Invalid("No columns provided to INSERT");
        }

        if (insert.Columns.Count != insert.Values.Count)
        {
            throw CqlRefusal.Invalid("Unmatched column names/values");
        }

        Dictionary<string, byte[]?> values = new(StringComparer.Ordinal);
        for (int i = 0; i < insert.Columns.Count; i++)
        {
            ColumnModel column = table.Get(insert.Columns[i]);
            if (values.ContainsKey(column.Name))
            {
                throw CqlRefusal.Invalid("The column names contains duplicates", column.Name);
            }

            RefuseCounters();
            values[column.Name] = evaluator.Evaluate(insert.Values[i], column.Codec, column.Name);
        }

        return Build(values, insert.IfNotExists, insert.Using);
    }

    public Modification Build(InsertJsonStatement insert)
    {
        RefuseCounters();
        byte[] text = evaluator.Evaluate(insert.Json, CodecFactory.Native(NativeTypeKind.Text), "[json]")
            ?? throw CqlRefusal.Invalid("Got null for INSERT JSON values");
        string json = (string)CodecFactory.Native(NativeTypeKind.Text).ToClr(text)!;
        JsonElement document = Sequences.ParseJson(json);
        if (document.ValueKind != JsonValueKind.Object)
        {
            throw CqlRefusal.Invalid($"Could not decode JSON string as a map: {json}");
        }

        Dictionary<string, byte[]?> values = new(StringComparer.Ordinal);
        foreach (JsonProperty property in document.EnumerateObject())
        {
            ColumnModel column = table.Find(JsonNames.ToStored(property.Name))
                ?? throw CqlRefusal.Invalid($"JSON values map contains unrecognized column: {JsonNames.ToStored(property.Name)}", property.Name);
            values[column.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : Read(column, property.Value);
        }

        if (insert.Default != JsonDefault.Unset)
        {
            foreach (ColumnModel column in table.Columns)
            {
                if (!values.ContainsKey(column.Name))
                {
                    values[column.Name] = null;
                }
            }
        }

        return Build(values, insert.IfNotExists, insert.Using);
    }

    private static byte[] Read(ColumnModel column, JsonElement json)
    {
        try
        {
            return column.Codec.FromJson(json);
        }
        catch (Clusters.CqlServerException error)
        {
            throw new Clusters.CqlServerException(error.ServerCode, $"Error decoding JSON value for {column.Name}: {error.Message}", column.Name, error);
        }
    }

    private Modification Build(Dictionary<string, byte[]?> values, bool ifNotExists, UsingClause clause)
    {
        if (ifNotExists && clause.Timestamp is not null)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for conditional updates");
        }

        WriteTimes times = WriteTimes.Read(evaluator, clause, table, timestamp);
        RefuseMissing("Some partition key parts are missing: ", table.PartitionKey, values);
        bool staticOnly = table.HasStatics && !table.Clustering.Any(c => values.ContainsKey(c.Name))
            && values.Keys.All(c => table.Get(c).Kind is ColumnKind.PartitionKey or ColumnKind.Static)
            && values.Keys.Any(c => table.Get(c).Kind == ColumnKind.Static);
        if (!staticOnly)
        {
            RefuseMissing("Some clustering keys are missing: ", table.Clustering, values);
        }

        PartitionKey key = new([.. table.PartitionKey.Select(c => KeyValue(c, values))]);
        if (key.Values.Length == 1 && key.Values[0].Length == 0)
        {
            throw CqlRefusal.Invalid("Key may not be empty");
        }

        byte[][]? clustering = staticOnly ? null : [.. table.Clustering.Select(c => KeyValue(c, values))];
        List<CellChange> statics = [];
        List<CellChange> regulars = [];
        foreach (KeyValuePair<string, byte[]?> value in values)
        {
            ColumnModel column = table.Get(value.Key);
            if (!column.Schema.IsKey)
            {
                CellChanges.Set(column.Kind == ColumnKind.Static ? statics : regulars, column, value.Value);
            }
        }

        List<RowChange> rows = [];
        if (statics.Count > 0)
        {
            rows.Add(new WriteRow(null, false, statics, times.Timestamp, times.TimeToLive, times.ExpiresAt));
        }

        if (clustering is not null)
        {
            rows.Add(new WriteRow(clustering, !table.Schema.IsCompact, regulars, times.Timestamp, times.TimeToLive, times.ExpiresAt));
        }

        InsertStatement logged = new(
            new QualifiedName(table.Keyspace, table.Name),
            values.Keys.ToValueList(),
            values.Select(v => v.Value is null ? ConstantTerm.Null : table.Get(v.Key).Codec.ToTerm(v.Value)).ToValueList(),
            IfNotExists: false,
            times.ToClause(table));
        RowCondition? condition = ifNotExists ? new RowCondition(table, key, clustering, Existence: false, []) : null;
        return new Modification(table, [new PartitionChange(table, key, rows)], logged, condition);
    }

    private static byte[] KeyValue(ColumnModel column, Dictionary<string, byte[]?> values) =>
        values[column.Name] ?? throw CqlRefusal.Invalid($"Invalid null value in condition for column {column.Name}", column.Name);

    private static void RefuseMissing(string message, ColumnModel[] keys, Dictionary<string, byte[]?> values)
    {
        string[] missing = [.. keys.Where(c => !values.ContainsKey(c.Name)).Select(c => c.Name)];
        if (missing.Length > 0)
        {
            throw CqlRefusal.Invalid(message + string.Join(", ", missing));
        }
    }

    private void RefuseCounters()
    {
        if (table.Schema.IsCounter)
        {
            throw CqlRefusal.Invalid("INSERT statements are not allowed on counter tables, use UPDATE instead", table.Name);
        }
    }
}
