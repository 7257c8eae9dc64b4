using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
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

    /// <summary>Whether table ids are drawn, and so part of fingerprints.</summary>
    public bool PinIds => _access.PinIds;

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

    /// <summary>What the entries of a history make of an empty keyspace, or why that cannot be known.</summary>
    public Prediction Predict(MigrationHistory history, ClusterSchema live) => Prediction.Of(Input(history, live));

    /// <summary>The objects of the keyspace whose live form is not the predicted one; none where no prediction can be made.</summary>
    public IReadOnlyList<SchemaObject> Drifted(Situation situation) =>
        situation.History.Current is not null && Predict(situation.History, situation.Live).Schema is { } predicted
            ? SchemaObjects.Different(predicted, situation.Live, Keyspace)
            : [];

    /// <summary>The columns that pending migrations add, as <c>table.column</c>; what an interrupted run may have added already.</summary>
    public IReadOnlyCollection<string> AddedColumns(MigrationHistory before)
    {
        HashSet<string> added = [];
        foreach (Migration migration in HistoryRules.Pending(Catalog, before))
        {
            foreach (ParsedStatement parsed in ParsedMigrationScript.Parse(migration, migration.Up, Variables, _access.Capabilities.Dialect).Statements)
            {
                if (parsed.Statement is AlterTableStatement { Action: AddColumns add } alter)
                {
                    added.UnionWith(add.Columns.Select(column => $"{alter.Table.Name}.{column.Name}"));
                }
            }
        }

        return added;
    }

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
        OtherDatacenters = _access.Capabilities.HasAnyDataCenter,

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
