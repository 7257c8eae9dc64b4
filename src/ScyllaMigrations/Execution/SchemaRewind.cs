using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Execution;

/// <summary>Puts a live schema back in thought to what it was before an interrupted run.</summary>
internal static class SchemaRewind
{
    /// <summary>The schema before the run: objects that it does not touch as they are, the others as their journaled fingerprints say.</summary>
    /// <param name="journal">The run's journal.</param>
    /// <param name="live">The live schema.</param>
    /// <param name="predicted">What the migrations before the run made; null when it cannot be known.</param>
    /// <param name="added">Columns that pending migrations add, as <c>table.column</c>.</param>
    /// <param name="withIds">Whether fingerprints hold ids.</param>
    public static ClusterSchema Before(IReadOnlyList<JournalStep> journal, ClusterSchema live, ClusterSchema? predicted, IReadOnlyCollection<string> added, bool withIds)
    {
        ClusterSchema schema = live;
        HashSet<string> seen = [];
        foreach (JournalChange change in journal.SelectMany(step => step.Changes).Where(change => seen.Add(change.Object)))
        {
            SchemaObject what = ObjectFingerprint.Parse(change.Object);
            if (change.Before is null)
            {
                schema = Restore(schema, ClusterSchema.Empty, what);
                continue;
            }

            ClusterSchema[] candidates = [schema, Restore(schema, predicted ?? schema, what), WithoutColumns(schema, what, added)];
            schema = candidates.FirstOrDefault(candidate => ObjectFingerprint.Of(candidate, what, withIds) == change.Before) ?? candidates[1];
        }

        return schema;
    }

    // Where no file says what a table was, as after a baseline, it was what it is now without the columns that the run added.
    private static ClusterSchema WithoutColumns(ClusterSchema schema, SchemaObject what, IReadOnlyCollection<string> added) =>
        what.Kind == SchemaObjectKind.Table && schema.FindKeyspace(what.Keyspace!) is { } keyspace && keyspace.Tables.Find(what.Name) is { } table
            ? schema.With(keyspace.With(table with { Columns = ValueList.From(table.Columns.Where(column => !added.Contains($"{table.Name}.{column.Name}"))) }))
            : schema;

    /// <summary>The schema with an object as it is in the other one, or without it where the other has none. Ids that are known stay.</summary>
    private static ClusterSchema Restore(ClusterSchema schema, ClusterSchema other, SchemaObject what)
    {
        if (what.Keyspace is null)
        {
            return schema;
        }

        KeyspaceSchema? here = schema.FindKeyspace(what.Keyspace);
        KeyspaceSchema? there = other.FindKeyspace(what.Keyspace);
        if (what.Kind == SchemaObjectKind.Keyspace)
        {
            return there is null
                ? schema with { Keyspaces = schema.Keyspaces.Remove(what.Name) }
                : schema.With(here is null
                    ? there
                    : here with { Replication = there.Replication, DurableWrites = there.DurableWrites, Tablets = there.Tablets, Storage = there.Storage, Consistency = there.Consistency });
        }

        return here is null ? schema : schema.With(Restore(here, there, what));
    }

    private static KeyspaceSchema Restore(KeyspaceSchema here, KeyspaceSchema? there, SchemaObject what)
    {
        string name = what.Name;
        switch (what.Kind)
        {
            case SchemaObjectKind.Table:
                return RestoreTable(here, there, name);
            case SchemaObjectKind.Index:
                string? table = here.IndexTables.Find(name) ?? there?.IndexTables.Find(name);
                return table is null ? here : RestoreTable(here, there, table);
            case SchemaObjectKind.Trigger:
                return RestoreTable(here, there, name.Substring(0, System.Math.Max(0, name.IndexOf('.'))));
            case SchemaObjectKind.View:
                ViewSchema? view = there?.Views.Find(name);
                return view is null ? here.WithoutView(name) : here.With(view with { Id = here.Views.Find(name)?.Id ?? view.Id });
            case SchemaObjectKind.Type:
                UserTypeSchema? type = there?.Types.Find(name);
                return here with { Types = type is null ? here.Types.Remove(name) : here.Types.Set(name, type) };
            case SchemaObjectKind.Function:
                FunctionSchema? function = there?.Functions.Find(name);
                return here with { Functions = function is null ? here.Functions.Remove(name) : here.Functions.Set(name, function) };
            case SchemaObjectKind.Aggregate:
                AggregateSchema? aggregate = there?.Aggregates.Find(name);
                return here with { Aggregates = aggregate is null ? here.Aggregates.Remove(name) : here.Aggregates.Set(name, aggregate) };
            default:
                return here;
        }
    }

    private static KeyspaceSchema RestoreTable(KeyspaceSchema here, KeyspaceSchema? there, string name)
    {
        TableSchema? table = there?.Tables.Find(name);
        return table is null ? here.WithoutTable(name) : here.With(table with { Id = here.Tables.Find(name)?.Id ?? table.Id });
    }
}
