using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Turns a plan into the steps of one run: draws table ids where they have to be ours, and predicts each step's schema with them.</summary>
internal sealed class RunScript
{
    private readonly SchemaContext _context;
    private readonly bool _pinIds;
    private readonly IIdSource _ids;

    public RunScript(SchemaContext context, bool pinIds, IIdSource ids)
    {
        _context = context;
        _pinIds = pinIds;
        _ids = ids;
    }

    /// <summary>Makes the steps.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">The schema before its first step, with the ids that are there.</param>
    /// <param name="drawn">Ids that an interrupted run had drawn, by step number.</param>
    /// <param name="keyspaceStep">The step that created the keyspace before history could be kept; 0 for none.</param>
    public IReadOnlyList<RunStep> Make(MigrationPlan plan, ClusterSchema before, IReadOnlyDictionary<int, Guid> drawn, int keyspaceStep)
    {
        List<RunStep> steps = new(plan.Steps.Count);
        ClusterSchema schema = before;
        foreach (PlanStep planned in plan.Steps)
        {
            Guid? id = drawn.TryGetValue(planned.Number, out Guid known) ? known : _pinIds && CreatesTable(planned.Statement) ? _ids.NewId() : null;
            RunStep step = Predict(planned, id, schema);

            // Sent before the journal could be written, so it is no part of what the journal has to tell.
            steps.Add(planned.Number == keyspaceStep ? step with { Sent = true, Journal = step.Journal with { Kind = StepKind.NoEffect, Changes = [] } } : step);
            schema = step.After;
        }

        return MarkUnprovable(steps);
    }

    /// <summary>Predicts the steps after an opaque one again, from what the server made of it.</summary>
    public IReadOnlyList<RunStep> Rebase(IReadOnlyList<RunStep> steps, int done, ClusterSchema live)
    {
        List<RunStep> rebased = [.. steps.Take(done)];
        ClusterSchema schema = live;
        foreach (RunStep step in steps.Skip(done))
        {
            RunStep predicted = Predict(step.Plan, step.Id, schema);
            rebased.Add(predicted with { Journal = predicted.Journal with { WriteTime = step.Journal.WriteTime, Outcome = step.Journal.Outcome } });
            schema = predicted.After;
        }

        return MarkUnprovable(rebased);
    }

    private RunStep Predict(PlanStep planned, Guid? id, ClusterSchema before)
    {
        ClusterSchema after = before;
        List<JournalChange> changes = [];
        if (planned.Statement is { } statement && planned.Kind is StepKind.Schema)
        {
            CqlStatement sent = id is { } value ? WithId(statement, value) : statement;
            SchemaResult result = SchemaEngine.Apply(before, sent, _context);
            if (result.Error is { } error)
            {
                throw new MigrationException(
                    ErrorCodes.MigrationsInvalid,
                    $"{planned.File}:{planned.Line}: the server will refuse this statement on the schema as it is now: {error.Message}");
            }

            after = result.Schema;
            foreach (SchemaObject touched in result.TouchedObjects.Where(ObjectFingerprint.IsReadable))
            {
                changes.Add(new JournalChange(
                    ObjectFingerprint.KeyOf(touched), ObjectFingerprint.Of(before, touched, _pinIds), ObjectFingerprint.Of(after, touched, _pinIds)));
            }
        }

        return new RunStep
        {
            Plan = planned,
            Cql = TextOf(planned, id),
            Id = id,
            After = after,
            Journal = new JournalStep
            {
                Number = planned.Number,
                Kind = planned.Kind,
                Migration = planned.Migration,
                StatementHash = ScriptChecksum.Sha256(planned.Cql),
                TableId = id,
                Changes = changes,
                NeedsOutcome = planned.Kind is not (StepKind.Schema or StepKind.NoEffect),
            },
        };
    }

    // Where a schema comes back that was there before, its steps cannot be told apart by looking, so their outcomes are written down.
    private static List<RunStep> MarkUnprovable(List<RunStep> steps)
    {
        Dictionary<string, string?> state = [];
        Dictionary<string, int> seen = [];
        foreach (JournalChange change in steps.SelectMany(step => step.Journal.Changes))
        {
            if (!state.ContainsKey(change.Object))
            {
                state[change.Object] = change.Before;
            }
        }

        StateHash hash = new(state);
        seen[hash.ToString()] = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (JournalChange change in steps[i].Journal.Changes)
            {
                hash.Replace(change.Object, state[change.Object], change.After);
                state[change.Object] = change.After;
            }

            string key = hash.ToString();
            if (steps[i].Journal.Changes.Count > 0 && seen.TryGetValue(key, out int since))
            {
                for (int j = since; j <= i; j++)
                {
                    steps[j] = Mark(steps[j]);
                }
            }

            if (steps[i].Journal.Kind == StepKind.Schema && steps[i].Journal.Changes.Count == 0)
            {
                steps[i] = Mark(steps[i]);
            }

            seen[key] = i + 1;
        }

        return steps;
    }

    private static RunStep Mark(RunStep step) =>
        step.Journal.Kind == StepKind.NoEffect ? step : step with { Journal = step.Journal with { NeedsOutcome = true } };

    private static bool CreatesTable(CqlStatement? statement) => statement switch
    {
        CreateTableStatement table => !HasId(table.Options),
        CreateMaterializedViewStatement view => !HasId(view.Options),
        _ => false,
    };

    private static bool HasId(Cql.ValueList<Property> options) => options.Any(option => string.Equals(option.Name, "id", StringComparison.OrdinalIgnoreCase));

    private static CqlStatement WithId(CqlStatement statement, Guid id)
    {
        Property property = new("id", new ConstantTerm(ConstantKind.String, id.ToString()));
        return statement switch
        {
            CreateTableStatement table => table with { Options = Cql.ValueList.From(table.Options.Append(property)) },
            CreateMaterializedViewStatement view => view with { Options = Cql.ValueList.From(view.Options.Append(property)) },
            _ => statement,
        };
    }

    private string TextOf(PlanStep planned, Guid? id)
    {
        if (planned.Statement is { } statement && NameQualifier.Qualify(statement, _context.CurrentKeyspace!) is var qualified && qualified != statement)
        {
            return CqlWriter.Write(id is { } value ? WithId(qualified, value) : qualified);
        }

        return id is { } drawn ? AddId(planned, drawn) : planned.Cql;
    }

    // The text stays as the author wrote it; only the id is added to its WITH clause, which is always last.
    private static string AddId(PlanStep step, Guid id)
    {
        bool hasWith = step.Statement switch
        {
            CreateTableStatement table => table.Options.Count > 0 || table.ClusteringOrder.Count > 0 || table.CompactStorage,
            CreateMaterializedViewStatement view => view.Options.Count > 0 || view.ClusteringOrder.Count > 0 || view.CompactStorage,
            _ => false,
        };
        return $"{step.Cql}{(hasWith ? " AND" : " WITH")} id = '{id}'";
    }
}
