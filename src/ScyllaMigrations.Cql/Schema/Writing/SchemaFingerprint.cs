using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A short text that is equal for equal objects: what a step is proven by.</summary>
/// <remarks>
/// Over everything that is part of the object, table ids and dropped columns (name, type, kind) included, drop times never. A table's
/// indexes, triggers and views are objects of their own.
/// </remarks>
public static class SchemaFingerprint
{
    /// <summary>The fingerprint of an object: 64 hexadecimal digits (SHA-256), or null when the schema does not have it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="reference">The object.</param>
    public static string? Of(ClusterSchema schema, SchemaObject reference) => Of(schema, reference, ignoreIds: false);

    /// <summary>The fingerprint of an object with or without the ids of tables and views.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="reference">The object.</param>
    /// <param name="ignoreIds">Whether ids are left out; an id that is not known is always left out.</param>
    public static string? Of(ClusterSchema schema, SchemaObject reference, bool ignoreIds)
    {
        string? text = Canonical(schema, reference, ignoreIds);
        return text is null ? null : Hash(text);
    }

    /// <summary>The text that the fingerprint is taken of: one fact a line, for showing why two fingerprints differ; null when absent.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="reference">The object.</param>
    /// <param name="ignoreIds">Whether ids are left out.</param>
    public static string? Canonical(ClusterSchema schema, SchemaObject reference, bool ignoreIds = false)
    {
        KeyspaceSchema? keyspace = reference.Keyspace is null ? null : schema.FindKeyspace(reference.Keyspace);
        string name = reference.Name;
        List<string>? facts = reference.Kind switch
        {
            SchemaObjectKind.Keyspace => keyspace is null ? null : Keyspace(keyspace),
            SchemaObjectKind.Type => keyspace?.Types.Find(name) is { } type ? Type(type) : null,
            SchemaObjectKind.Table => keyspace?.Tables.Find(name) is { } table ? Table(table, ignoreIds) : null,
            SchemaObjectKind.Index => keyspace?.FindIndex(name) is { } index ? Index(index, keyspace.IndexTables[name]) : null,
            SchemaObjectKind.View => keyspace?.Views.Find(name) is { } view ? View(view, ignoreIds) : null,
            SchemaObjectKind.Function => keyspace?.Functions.Find(name) is { } function ? Function(function) : null,
            SchemaObjectKind.Aggregate => keyspace?.Aggregates.Find(name) is { } aggregate ? Aggregate(aggregate) : null,
            SchemaObjectKind.Trigger => Trigger(keyspace, name),
            SchemaObjectKind.Role => schema.Roles.Find(name) is { } role ? Role(role) : null,
            SchemaObjectKind.Grant => schema.Grants.ContainsKey(name) ? ["grant " + name] : null,
            SchemaObjectKind.ServiceLevel => schema.ServiceLevels.Find(name) is { } level ? ["service level " + level.Name, level.Options.ToString()] : null,
            SchemaObjectKind.Identity => schema.Identities.Find(name) is { } owner ? [$"identity {name} {owner}"] : null,
            _ => null,
        };
        return facts is null ? null : string.Join("\n", facts);
    }

    private static string Hash(string text)
    {
#if NET
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using SHA256 algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        StringBuilder hex = new(hash.Length * 2);
        foreach (byte b in hash)
        {
            hex.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    private static List<string> Keyspace(KeyspaceSchema keyspace) =>
    [
        "keyspace " + keyspace.Name,
        $"replication {keyspace.Replication.Class} {keyspace.Replication.Options}",
        "durable_writes " + OptionText.Of(keyspace.DurableWrites),
        $"tablets {keyspace.Tablets?.Find("enabled")}",
        $"storage {keyspace.Storage}",
        $"consistency {keyspace.Consistency}",
    ];

    private static List<string> Type(UserTypeSchema type)
    {
        List<string> facts = [$"type {type.Keyspace}.{type.Name}"];
        foreach (FieldDefinition field in type.Fields)
        {
            facts.Add($"field {field.Name}: {field.Type.CqlName}");
        }

        return facts;
    }

    private static List<string> Table(TableSchema table, bool ignoreIds)
    {
        List<string> facts = [$"table {table.Keyspace}.{table.Name}", $"flags {table.Flags}", $"ttl column {table.RowTimeToLiveColumn}"];
        Columns(facts, table.Columns);
        Options(facts, table.Options);
        foreach (DroppedColumn dropped in table.DroppedColumns.Values)
        {
            facts.Add($"dropped {dropped.Name}: {dropped.Type.CqlName} {dropped.Kind}");
        }

        Id(facts, table.Id, ignoreIds);
        return facts;
    }

    private static List<string> View(ViewSchema view, bool ignoreIds)
    {
        List<string> facts = [$"view {view.Keyspace}.{view.Name} of {view.BaseTable}", "all columns " + OptionText.Of(view.IncludesAllColumns)];
        foreach (Relation relation in view.Where)
        {
            facts.Add("where " + CqlWriter.Write(relation));
        }

        Columns(facts, view.Columns);
        Options(facts, view.Options);
        Id(facts, view.Id, ignoreIds);
        return facts;
    }

    private static List<string> Index(IndexSchema index, string table)
    {
        List<string> facts = [$"index {index.Name} on {table}", "class " + index.ClassName, $"options {index.Options}", $"view {index.ViewOptions}"];
        foreach (IndexTarget target in index.Targets)
        {
            facts.Add($"target {target.Kind} {target.Columns}");
        }

        return facts;
    }

    private static List<string> Function(FunctionSchema function)
    {
        List<string> facts =
        [
            $"function {function.Keyspace}.{function.Signature}",
            $"returns {function.ReturnType.CqlName}",
            "called on null " + OptionText.Of(function.CalledOnNullInput),
            "language " + function.Language,
            "body " + function.Body,
        ];
        foreach (FunctionArgument argument in function.Arguments)
        {
            facts.Add($"argument {argument.Name}: {argument.Type.CqlName}");
        }

        return facts;
    }

    private static List<string> Aggregate(AggregateSchema aggregate) =>
    [
        $"aggregate {aggregate.Keyspace}.{aggregate.Signature}",
        $"state {aggregate.StateFunction} {aggregate.StateType.CqlName}",
        "reduce " + aggregate.ReduceFunction,
        "final " + aggregate.FinalFunction,
        "initial " + (aggregate.InitialCondition is null ? string.Empty : CqlWriter.Write(aggregate.InitialCondition)),
    ];

    private static List<string>? Trigger(KeyspaceSchema? keyspace, string name)
    {
        int dot = name.IndexOf('.');
        return dot >= 0 && keyspace?.Tables.Find(name.Substring(0, dot))?.Triggers.Find(name.Substring(dot + 1)) is { } trigger
            ? [$"trigger {keyspace.Name}.{name}", "class " + trigger.ClassName]
            : null;
    }

    private static List<string> Role(RoleSchema role) =>
    [
        "role " + role.Name,
        $"superuser {OptionText.Of(role.Superuser)} login {OptionText.Of(role.Login)}",
        $"member of {role.MemberOf}",
        $"options {role.Options}",
        $"datacenters {role.Datacenters}",
        $"cidrs {role.Cidrs}",
        "service level " + role.ServiceLevel,
    ];

    private static void Columns(List<string> facts, ValueList<ColumnSchema> columns)
    {
        foreach (ColumnSchema column in columns)
        {
            string order = column.Descending ? " desc" : string.Empty;
            string mask = column.Mask is null ? string.Empty : " masked " + column.Mask;
            facts.Add($"column {column.Name}: {column.Type.CqlName} {column.Kind} {OptionText.Of(column.Position)}{order}{mask}");
        }
    }

    private static void Options(List<string> facts, TableOptions options)
    {
        foreach (KeyValuePair<string, OptionValue> option in options.Values)
        {
            facts.Add($"option {option.Key} = {option.Value}");
        }
    }

    private static void Id(List<string> facts, Guid? id, bool ignoreIds)
    {
        if (id is { } known && !ignoreIds)
        {
            facts.Add("id " + known.ToString("D"));
        }
    }
}
