using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Clusters;

/// <content>Types, indexes, functions, aggregates, triggers.</content>
public sealed partial class SchemaReader
{
    private static readonly string[] IndexPackages = ["org.apache.cassandra.index.sai.", "org.apache.cassandra.index.sasi."];

    private UserTypeSchema ToUserType(CqlRow row) => new(
        Text(row, "keyspace_name"),
        Text(row, "type_name"),
        ValueList.From(Texts(row, "field_names").Zip(Texts(row, "field_types"), (name, type) => new FieldDefinition(name, Type(type)))));

    private FunctionSchema ToFunction(CqlRow row) => new(
        Text(row, "keyspace_name"),
        Text(row, "function_name"),
        ValueList.From(Texts(row, "argument_names").Zip(Texts(row, "argument_types"), (name, type) => new FunctionArgument(name, Type(type)))),
        row.Get<bool>("called_on_null_input"),
        Type(Text(row, "return_type")),
        Text(row, "language"),
        Text(row, "body"));

    private AggregateSchema ToAggregate(CqlRow row) => new(
        Text(row, "keyspace_name"),
        Text(row, "aggregate_name"),
        ValueList.From(Texts(row, "argument_types").Select(Type)),
        Text(row, "state_func"),
        Type(Text(row, "state_type")),
        null,
        row.Get<string>("final_func"),
        row.Get<string>("initcond") is { } initial ? CqlParser.ParseTerm(initial, _dialect) : null);

    private static TriggerSchema ToTrigger(CqlRow row) =>
        new(Text(row, "trigger_name"), TextMap(row, "options")?.Find("class") ?? string.Empty);

    private static IndexSchema ToIndex(CqlRow row)
    {
        PersistentMap<string, string> options = TextMap(row, "options") ?? PersistentMap<string, string>.Empty;
        string? className = options.Find("class_name");
        foreach (string package in IndexPackages)
        {
            className = className is null ? null : Short(className, package);
        }

        // Cassandra keeps the class as it was written, this short name too; the model has one name for it.
        if (string.Equals(className, "sai", StringComparison.OrdinalIgnoreCase))
        {
            className = "StorageAttachedIndex";
        }

        return new IndexSchema(
            Text(row, "index_name"), ToTargets(options.Find("target") ?? string.Empty), className, options.Remove("target").Remove("class_name"));
    }

    /// <summary>An index's target as servers keep it: <c>v</c>, <c>"V"</c>, <c>keys(m)</c>, and ScyllaDB's local ones as JSON.</summary>
    private static ValueList<IndexTarget> ToTargets(string target)
    {
        if (target.StartsWith("{", StringComparison.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(target);
            List<IndexTarget> targets = [];
            if (json.RootElement.TryGetProperty("pk", out JsonElement partition))
            {
                targets.Add(new IndexTarget(IndexTargetKind.PartitionKey, ValueList.From(partition.EnumerateArray().Select(name => Unquoted(name.GetString() ?? string.Empty)))));
            }

            if (json.RootElement.TryGetProperty("ck", out JsonElement clustering))
            {
                targets.AddRange(clustering.EnumerateArray().Select(name => ToTarget(name.GetString() ?? string.Empty)));
            }

            return ValueList.From(targets);
        }

        return ValueList.From([ToTarget(target)]);
    }

    private static IndexTarget ToTarget(string target)
    {
        int open = target.StartsWith("\"", StringComparison.Ordinal) ? -1 : target.IndexOf('(');
        if (open < 0 || !target.EndsWith(")", StringComparison.Ordinal) || !Enum.TryParse(target.Substring(0, open), ignoreCase: true, out IndexTargetKind kind))
        {
            return new IndexTarget(IndexTargetKind.Column, ValueList.From([Unquoted(target)]));
        }

        return new IndexTarget(kind, ValueList.From([Unquoted(target.Substring(open + 1, target.Length - open - 2))]));
    }

    private static string Unquoted(string name) =>
        name.Length > 1 && name[0] == '"' && name[name.Length - 1] == '"' ? name.Substring(1, name.Length - 2).Replace("\"\"", "\"") : name;

    // A view's condition is kept as text; the grammar reads it as part of the statement that it came from.
    private ValueList<Relation> ToWhere(string clause) =>
        CqlParser.ParseStatement($"CREATE MATERIALIZED VIEW v AS SELECT * FROM t WHERE {clause} PRIMARY KEY (k)", _dialect) is CreateMaterializedViewStatement view
            ? view.Where
            : throw new FormatException($"'{clause}' is no condition of a view");
}
