using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>What a history makes of a keyspace, or why that cannot be known.</summary>
/// <param name="Schema">The schema; null when it cannot be known.</param>
/// <param name="Reason">Why not, one sentence; null when it can.</param>
internal sealed record Prediction(ClusterSchema? Schema, string? Reason)
{
    /// <summary>The prediction for a history.</summary>
    /// <param name="input">What it is made from; its schema is the live one.</param>
    public static Prediction Of(PlanInput input)
    {
        SchemaPrediction replayed = SchemaPrediction.Of(input);
        if (replayed.Schema is not null || input.History.Entries.All(entry => entry.Action != HistoryAction.Undone))
        {
            return new Prediction(replayed.Schema, replayed.Reason);
        }

        // The way back is not in the catalog (any more). What is in force is known all the same, and so is what a way back leaves behind.
        SchemaPrediction inForce = SchemaPrediction.Of(input with { History = new MigrationHistory(ValueList.From(input.History.Applied)) });
        return inForce.Keyspace is { } keyspace && input.Schema.FindKeyspace(input.Keyspace) is { } live
            ? new Prediction(inForce.Schema!.With(WithLeftovers(keyspace, live)), null)
            : new Prediction(inForce.Schema, inForce.Reason);
    }

    // Dropped columns, which servers never forget.
    private static KeyspaceSchema WithLeftovers(KeyspaceSchema predicted, KeyspaceSchema live)
    {
        KeyspaceSchema keyspace = predicted;
        foreach (TableSchema table in predicted.Tables.Values)
        {
            foreach (DroppedColumn dropped in live.Tables.Find(table.Name)?.DroppedColumns.Values ?? [])
            {
                TableSchema known = keyspace.Tables[table.Name];
                keyspace = known.DroppedColumns.ContainsKey(dropped.Name) ? keyspace : keyspace.With(known with { DroppedColumns = known.DroppedColumns.Set(dropped.Name, dropped) });
            }
        }

        return keyspace;
    }
}
