using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Drift;

/// <summary>The objects of a keyspace, and which of them differ between two schemas.</summary>
internal static class SchemaObjects
{
    /// <summary>All objects of a keyspace, the keyspace itself first.</summary>
    public static IEnumerable<SchemaObject> Of(KeyspaceSchema keyspace)
    {
        yield return new SchemaObject(SchemaObjectKind.Keyspace, keyspace.Name, keyspace.Name);
        foreach (UserTypeSchema type in keyspace.Types.Values)
        {
            yield return type.Reference;
        }

        foreach (TableSchema table in keyspace.Tables.Values)
        {
            yield return table.Reference;
            foreach (string index in table.Indexes.Keys)
            {
                yield return new SchemaObject(SchemaObjectKind.Index, keyspace.Name, index);
            }
        }

        foreach (ViewSchema view in keyspace.Views.Values)
        {
            yield return view.Reference;
        }

        foreach (FunctionSchema function in keyspace.Functions.Values)
        {
            yield return function.Reference;
        }

        foreach (AggregateSchema aggregate in keyspace.Aggregates.Values)
        {
            yield return aggregate.Reference;
        }
    }

    /// <summary>The objects of a keyspace whose fingerprints differ; ids and drop times do not count.</summary>
    public static IReadOnlyList<SchemaObject> Different(ClusterSchema expected, ClusterSchema actual, string keyspace) =>
        [.. All(expected, keyspace).Concat(All(actual, keyspace))
            .Distinct()
            .Where(what => !string.Equals(ObjectFingerprint.Of(expected, what, false), ObjectFingerprint.Of(actual, what, false), StringComparison.Ordinal))];

    private static IEnumerable<SchemaObject> All(ClusterSchema schema, string keyspace) =>
        schema.FindKeyspace(keyspace) is { } found ? Of(found) : [];
}
