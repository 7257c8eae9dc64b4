using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>Makes the steps of a plan from simulated statements.</summary>
internal sealed class PlanBuilder(PlanInput input)
{
    private readonly RiskAssessor _risks = new(input.Schema, input.Keyspace);
    private readonly List<PlanStep> _steps = [];
    private readonly List<string> _completedBefore = [];

    /// <summary>The steps so far.</summary>
    public ValueList<PlanStep> Steps => ValueList.From(_steps);

    /// <summary>Labels of migrations that have nothing to send and come before the first step.</summary>
    public ValueList<string> CompletedBefore => ValueList.From(_completedBefore);

    /// <summary>Adds the step of a statement.</summary>
    public void Add(SimulatedStatement statement)
    {
        StepKind kind = StepClassifier.KindOf(statement, input.Keyspace);
        StepAssessment assessment = _risks.Assess(statement, kind);
        Migration migration = statement.Script.Migration;
        Add(new PlanStep
        {
            Number = _steps.Count + 1,
            Statement = statement.Opaque ? null : statement.Statement,
            Cql = statement.Parsed.TextToSend.Trim(),
            Kind = kind,
            Migration = migration.Label,
            File = statement.Script.Prepared.Original.Path,
            Line = statement.Line,
            Completes = ValueList<string>.Empty,
            Changes = kind == StepKind.Schema ? Changes(statement) : ValueList<ObjectChange>.Empty,
            Risk = assessment.Risk,
            Loss = assessment.Loss,
            Reason = assessment.Reason,
            EstimatedDuration = StepDurations.Estimate(statement.Statement, kind),
            SchemaAfter = statement.After,
            Consistency = kind is StepKind.Data or StepKind.UnrepeatableData ? migration.Settings.Consistency : null,
        });
    }

    /// <summary>Adds the statement that creates the keyspace from configuration.</summary>
    public void AddKeyspace(Migration first, CreateKeyspaceStatement statement, string cql, SchemaResult result) => Add(new PlanStep
    {
        Number = _steps.Count + 1,
        Statement = statement,
        Cql = cql,
        Kind = StepKind.Schema,
        Migration = first.Label,
        File = "scylla-migrations.json",
        Line = 1,
        Completes = ValueList<string>.Empty,
        Changes = ValueList.From(result.TouchedObjects.Select(touched => Change(touched, input.Schema, result.Schema))),
        Risk = StepRisk.Low,
        Loss = DataLoss.None,
        Reason = "No migration creates the keyspace; it is made with the configured replication.",
        EstimatedDuration = StepDurations.Estimate(statement, StepKind.Schema),
        SchemaAfter = result.Schema,
    });

    /// <summary>Marks a migration as complete after the last step added.</summary>
    public void Complete(Migration migration)
    {
        if (_steps.Count == 0)
        {
            _completedBefore.Add(migration.Label);
            return;
        }

        PlanStep last = _steps[_steps.Count - 1];
        _steps[_steps.Count - 1] = last with { Completes = ValueList.From(last.Completes.Append(migration.Label)) };
    }

    private static ObjectChange Change(SchemaObject touched, ClusterSchema before, ClusterSchema after) =>
        new(touched, SchemaFingerprint.Of(before, touched, ignoreIds: true), SchemaFingerprint.Of(after, touched, ignoreIds: true));

    private static ValueList<ObjectChange> Changes(SimulatedStatement statement) =>
        ValueList.From(statement.Result.TouchedObjects.Select(touched => Change(touched, statement.Before, statement.After)));

    private void Add(PlanStep step) => _steps.Add(step);
}
