using System;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Execution;

/// <summary>Fingerprints of single objects, under the names that the journal uses; of what the live schema can show.</summary>
internal static class ObjectFingerprint
{
    // ScyllaDB keeps these as blobs in tables.extensions or in tables of its own, which are not read.
    private static readonly string[] Unreadable =
    [
        "tombstone_gc", "per_partition_rate_limit", "scylla_encryption_options", "paxos_grace_seconds", "synchronous_updates", "tablets", "storage_engine",
        "large_data_guardrails_enabled", "in_memory",
    ];

    /// <summary>Whether the live schema as it is read shows such an object; roles and permissions are not read.</summary>
    public static bool IsReadable(SchemaObject schemaObject) => schemaObject.Kind is not
        (SchemaObjectKind.Role or SchemaObjectKind.Grant or SchemaObjectKind.ServiceLevel or SchemaObjectKind.Identity);

    /// <summary>Whether the live schema shows such an option.</summary>
    public static bool IsReadableOption(string name, OptionValue value) => !Unreadable.Contains(name) && !(name == "cdc" && value.Map is not null);

    /// <summary>An object's name in the journal: kind, keyspace and name.</summary>
    public static string KeyOf(SchemaObject schemaObject) => $"{schemaObject.Kind}:{schemaObject.Keyspace}:{schemaObject.Name}";

    /// <summary>The object that a name in the journal means.</summary>
    /// <exception cref="FormatException">It is no such name.</exception>
    public static SchemaObject Parse(string key)
    {
        string[] parts = key.Split([':'], 3);
        return parts.Length == 3 && Enum.TryParse(parts[0], out SchemaObjectKind kind)
            ? new SchemaObject(kind, parts[1].Length == 0 ? null : parts[1], parts[2])
            : throw new FormatException($"'{key}' names no object of a schema");
    }

    /// <summary>An object's fingerprint, never with drop times; null when it is absent.</summary>
    /// <param name="schema">Where to look.</param>
    /// <param name="schemaObject">What.</param>
    /// <param name="withIds">Whether table ids are part of it: where the tool draws them.</param>
    public static string? Of(ClusterSchema schema, SchemaObject schemaObject, bool withIds) =>
        SchemaFingerprint.Of(Readable(schema, schemaObject), schemaObject, ignoreIds: !withIds);

    private static ClusterSchema Readable(ClusterSchema schema, SchemaObject what)
    {
        if (what.Keyspace is null || schema.FindKeyspace(what.Keyspace) is not { } keyspace)
        {
            return schema;
        }

        return what.Kind switch
        {
            SchemaObjectKind.Keyspace when keyspace.Tablets is not null || keyspace.Storage is not null || keyspace.Consistency is not null =>
                schema.With(keyspace with { Tablets = null, Storage = null, Consistency = null }),
            SchemaObjectKind.Table when keyspace.Tables.Find(what.Name) is { } table && HasUnreadable(table.Options) =>
                schema.With(keyspace.With(table with { Options = Readable(table.Options) })),
            SchemaObjectKind.View when keyspace.Views.Find(what.Name) is { } view && HasUnreadable(view.Options) =>
                schema.With(keyspace.With(view with { Options = Readable(view.Options) })),
            _ => schema,
        };
    }

    private static bool HasUnreadable(TableOptions options) => options.Values.Any(option => !IsReadableOption(option.Key, option.Value));

    private static TableOptions Readable(TableOptions options) =>
        new(PersistentMap.From(options.Values.Where(option => IsReadableOption(option.Key, option.Value))));
}
