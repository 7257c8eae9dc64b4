using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Feeds the planner with what was found on a cluster, and the same planner with an empty keyspace to predict what versions make of it.</summary>
internal sealed class PlanSource
{
    private readonly ClusterAccess _access;

    public PlanSource(ClusterAccess access, MigrationCatalog catalog)
    {
        _access = access;
        Catalog = catalog;
        Keyspace = KeyspaceRule.Resolve(access.Options.Keyspace, catalog, access.Capabilities.Dialect, access.Options.Variables);
    }

    public MigrationCatalog Catalog { get; }

    public string Keyspace { get; }

    /// <summary>Variables as scripts see them.</summary>
    public IReadOnlyDictionary<string, string> Variables => ScriptVariables.Of(_access.Options.Variables, Keyspace, _access.Options.Replication);

    /// <summary>The plan for a goal on what was found.</summary>
    public MigrationPlan Make(RunGoal goal, Situation situation)
    {
        if (situation.History.Entries.Count == 0 && situation.KeyspaceExists && !situation.HasObjects && goal.Direction == PlanDirection.Up)
        {
            // A run that died right after it had created the keyspace is planned as if it had not, so that an approved hash still holds.
            ClusterSchema without = situation.Live with { Keyspaces = situation.Live.Keyspaces.Remove(Keyspace) };
            if (TryMake(goal, situation.History, without) is { } plan
                && KeyspaceSetup.CreationStep(plan, Keyspace) is { } step
                && Fingerprint(step.SchemaAfter) == Fingerprint(situation.Live))
            {
                return plan;
            }
        }

        return Make(goal, situation.History, situation.Live);
    }

    /// <summary>The plan for a goal from a history and a schema.</summary>
    public MigrationPlan Make(RunGoal goal, MigrationHistory history, ClusterSchema schema)
    {
        PlanInput input = Input(history, schema);
        return goal.Direction == PlanDirection.Up ? MigrationPlanner.PlanUp(input, goal.Target) : MigrationPlanner.PlanDown(input, goal.Target);
    }

    /// <summary>What the versions of a history make of an empty keyspace; the live schema itself when nothing was applied.</summary>
    /// <exception cref="MigrationException">MigrationsInvalid: the catalog does not lead there, as after a baseline without its files.</exception>
    public ClusterSchema Predict(MigrationHistory history, ClusterSchema live)
    {
        KeyspaceSchema? keyspace = live.FindKeyspace(Keyspace);
        ClusterSchema without = live with { Keyspaces = live.Keyspaces.Remove(Keyspace) };
        ClusterSchema emptied = keyspace is null ? without : without.With(Emptied(keyspace));
        if (history.Current is not { } current)
        {
            return emptied;
        }

        // What was taken back leaves marks, such as the dropped columns that a server remembers; only running history in its order shows them.
        bool wentDown = history.Entries.Any(entry => entry.Action == HistoryAction.Undone);
        if (wentDown && SchemaPrediction.Of(Input(history, live)).Keyspace is { } replayed)
        {
            return without.With(replayed);
        }

        ClusterSchema predicted;
        try
        {
            predicted = MigrationPlanner.PlanUp(Input(MigrationHistory.Empty, without), current).SchemaAfter;
        }
        catch (MigrationException exception) when (exception.Code == ErrorCodes.ReplicationNotGiven && keyspace is not null)
        {
            predicted = MigrationPlanner.PlanUp(Input(MigrationHistory.Empty, emptied), current).SchemaAfter;
        }

        return wentDown && keyspace is not null ? WithLeftovers(predicted, keyspace) : predicted;
    }

    // Where the way back is not in the catalog (any more), what it left behind is known all the same: dropped columns, which servers never forget.
    private ClusterSchema WithLeftovers(ClusterSchema predicted, KeyspaceSchema live)
    {
        KeyspaceSchema keyspace = predicted.FindKeyspace(Keyspace)!;
        foreach (TableSchema table in keyspace.Tables.Values)
        {
            foreach (DroppedColumn dropped in live.Tables.Find(table.Name)?.DroppedColumns.Values ?? [])
            {
                if (!keyspace.Tables[table.Name].DroppedColumns.ContainsKey(dropped.Name))
                {
                    TableSchema known = keyspace.Tables[table.Name];
                    keyspace = keyspace.With(known with { DroppedColumns = known.DroppedColumns.Set(dropped.Name, dropped) });
                }
            }
        }

        return predicted.With(keyspace);
    }

    /// <summary>The objects of the keyspace whose live form is not the predicted one; none where no prediction can be made.</summary>
    public IReadOnlyList<SchemaObject> Drifted(Situation situation)
    {
        if (situation.History.Current is null)
        {
            return [];
        }

        ClusterSchema predicted;
        try
        {
            predicted = Predict(situation.History, situation.Live);
        }
        catch (MigrationException)
        {
            // A baseline stands for files that are not there, or history and catalog contradict each other, which the plan itself reports.
            return [];
        }

        return SchemaObjects.Different(predicted, situation.Live, Keyspace);
    }

    private static KeyspaceSchema Emptied(KeyspaceSchema keyspace) => new()
    {
        Name = keyspace.Name,
        Replication = keyspace.Replication,
        DurableWrites = keyspace.DurableWrites,
        Tablets = keyspace.Tablets,
        Storage = keyspace.Storage,
        Consistency = keyspace.Consistency,
    };

    private PlanInput Input(MigrationHistory history, ClusterSchema schema) => new()
    {
        Catalog = Catalog,
        History = history,
        Schema = schema,
        Dialect = _access.Capabilities.Dialect,
        Keyspace = Keyspace,
        Variables = _access.Options.Variables,
        Replication = _access.Options.Replication,
        Datacenters = _access.Context(Keyspace).Datacenters,

        // Tables without history were refused when the situation was read.
        IgnoreUnknownObjects = true,
    };

    private MigrationPlan? TryMake(RunGoal goal, MigrationHistory history, ClusterSchema schema)
    {
        try
        {
            return Make(goal, history, schema);
        }
        catch (MigrationException)
        {
            return null;
        }
    }

    private string? Fingerprint(ClusterSchema schema) =>
        ObjectFingerprint.Of(schema, new SchemaObject(SchemaObjectKind.Keyspace, Keyspace, Keyspace), withIds: false);
}
