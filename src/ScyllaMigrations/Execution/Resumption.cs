using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Goes on with an interrupted run: makes its plan again, finds how far it came, and continues its journal or one that replaces it.</summary>
internal sealed class Resumption
{
    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;
    private readonly RunScript _script;
    private readonly RunGoal _goal;
    private readonly RunLog _log;

    public Resumption(ClusterAccess access, PlanSource plans, RunScript script, RunGoal goal, RunLog log)
    {
        _access = access;
        _plans = plans;
        _script = script;
        _goal = goal;
        _log = log;
    }

    /// <summary>The plan for a goal, or that of the interrupted run as it was made before its first statement.</summary>
    public static MigrationPlan PlanOf(PlanSource plans, Situation situation, RunGoal goal)
    {
        if (situation.Snapshot.Interrupted is not { } old || old.Direction != goal.Direction)
        {
            return plans.Make(goal, situation);
        }

        HashSet<int> runs = [old.Entry, .. old.Replaces];
        MigrationHistory before = new(ValueList.From(situation.Snapshot.Entries.Where(entry => entry.Run is null || !runs.Contains(entry.Run.Value))));
        ClusterSchema rewound = SchemaRewind.Before(old.Steps, situation.Live, plans.Predict(before, situation.Live).Schema, plans.AddedColumns(before), plans.PinIds);
        MigrationVersion? target = old.Target is null ? null : MigrationVersion.Parse(old.Target);
        Situation then = situation with { Live = rewound, History = before };
        MigrationPlan plan = plans.Make(goal with { Target = target }, then);
        if (plan.Hash == old.PlanHash || target is null || goal.Direction == PlanDirection.Down)
        {
            return plan;
        }

        // Repeatable migrations are taken along only where the newest version is reached, and there may be newer ones by now.
        MigrationPlan newest = plans.Make(goal with { Target = null }, then);
        return newest.Hash == old.PlanHash ? newest : plan;
    }

    /// <summary>Prepares the rest of an interrupted run.</summary>
    /// <exception cref="MigrationException">ConsentNeeded, HistoryInvalid, OutcomeUnknown, SchemaInvalid: it cannot be gone on with by itself.</exception>
    public async Task<PreparedRun> PrepareAsync(Situation situation, Refusals refusals, Lease lease, HistoryChain chain, CancellationToken cancellationToken)
    {
        RunEntry old = situation.Snapshot.Interrupted!;
        if (old.Direction != _goal.Direction)
        {
            throw new MigrationException(
                ErrorCodes.ConsentNeeded,
                $"{Name(old)} was interrupted. Finish it first, with {(old.Direction == PlanDirection.Up ? "'migration-cli migrate'" : $"'migration-cli rollback --to {old.Target ?? "none"}'")}. Nothing was sent.");
        }

        HashSet<int> runs = [old.Entry, .. old.Replaces];
        MigrationPlan plan = PlanOf(_plans, situation, _goal);
        bool same = plan.Hash == old.PlanHash;
        refusals.CheckPlan(plan, old.PlanHash);
        JournalPosition position = JournalPosition.Find(
            old.Steps, key => ObjectFingerprint.Of(situation.Live, ObjectFingerprint.Parse(key), _access.PinIds));
        int done = Settle(old, position, plan, out int? settled);
        List<RunStep> steps = [.. _script.Make(plan, plan.SchemaBefore, Drawn(old, plan, same, done), KeyspaceSetup.CreationStep(plan, _plans.Keyspace)?.Number ?? 0)];
        if (!same)
        {
            CheckPrefix(old, plan, done);
        }

        for (int i = 0; i < (same ? steps.Count : done); i++)
        {
            JournalStep journaled = old.Steps[i];
            steps[i] = steps[i] with { Journal = same ? journaled : steps[i].Journal with { WriteTime = journaled.WriteTime, Outcome = journaled.Outcome } };
        }

        Journal journal;
        if (same)
        {
            journal = Journal.Continue(lease, old.Entry);
            if (settled is { } number)
            {
                await journal.MarkAsync([(number, null, StepOutcome.Done)], cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            RunEntry replacing = old with
            {
                Entry = chain.NextEntry(),
                PlanHash = plan.Hash,
                StepCount = steps.Count,
                Coordinator = _access.Coordinator,
                StartedAt = _log.StartedAt,
                Actor = _access.Options.Actor,
                Host = _access.Options.Host,
                ToolVersion = _access.Options.ToolVersion,
                Replaces = [.. runs.OrderBy(run => run)],
                Detail = _goal.Detail,
            };
            steps = [.. steps.Select((step, i) => i < done && step.Journal.NeedsOutcome ? step with { Journal = step.Journal with { Outcome = StepOutcome.Done } } : step)];
            journal = await Journal.WriteAsync(
                lease, replacing, [.. steps.Select(step => step.Journal)], [HistoryRows.StateOf(old.Entry, RunState.Replaced)], cancellationToken).ConfigureAwait(false);
        }

        _log.Resumed = true;
        _log.Tell(new MigrationEvent.RunResumed(old.Entry, done, steps.Count) { At = _log.Now });
        return new PreparedRun
        {
            Plan = plan,
            Steps = steps,
            Done = done,
            Journal = journal,
            Recorded = [.. situation.Snapshot.Entries.Where(entry => entry.Run is { } run && runs.Contains(run)).Select(entry => entry.Version)],
            Resumed = true,
        };
    }

    private static Dictionary<int, Guid> Drawn(RunEntry old, MigrationPlan plan, bool same, int done) => old.Steps
        .Where(step => step.TableId is not null && (same || (step.Number <= done && step.Number <= plan.Steps.Count)))
        .ToDictionary(step => step.Number, step => step.TableId!.Value);

    private int Settle(RunEntry old, JournalPosition position, MigrationPlan plan, out int? settled)
    {
        settled = null;
        if (position.Done < 0)
        {
            string stranger = position.Stranger is null ? "together they fit no step of it" : $"{ObjectFingerprint.Parse(position.Stranger)} is neither as before it nor as after any of its steps";
            throw new MigrationException(
                ErrorCodes.SchemaInvalid,
                $"schema validation failed: {Name(old)} was interrupted, and the objects it touches were changed since: {stranger}\n"
                    + "Put them back, or record the change and repair the history with 'migration-cli repair'. Nothing was sent.")
            {
                Subject = position.Stranger,
            };
        }

        if (position.InDoubt is not { } doubt)
        {
            return position.Done;
        }

        bool? chosen = OutcomeChoice.Read(_goal.Overrides);
        PlanStep? step = plan.Steps.FirstOrDefault(candidate => candidate.Number == doubt.Number);
        if (chosen is null && doubt.Kind == StepKind.Access && step?.Statement is GrantPermissionStatement or GrantRoleStatement or RevokePermissionStatement or RevokeRoleStatement)
        {
            // Granting or revoking twice is granting or revoking once.
            chosen = false;
        }

        if (chosen is null)
        {
            throw new MigrationException(
                ErrorCodes.OutcomeUnknown,
                $"{(step is null ? string.Empty : $"{step.File}:{step.Line}: ")}{Name(old)} was interrupted while statement {doubt.Number} ({doubt.Migration}) was being sent, "
                    + $"and it is not known whether it took effect. Sending it twice is not the same as once.\n{OutcomeChoice.Explain(doubt.Number)}")
            {
                Subject = doubt.Migration,
            };
        }

        settled = chosen.Value ? doubt.Number : null;
        return chosen.Value ? doubt.Number : position.Done;
    }

    private static void CheckPrefix(RunEntry old, MigrationPlan plan, int done)
    {
        for (int i = 0; i < done; i++)
        {
            if (i >= plan.Steps.Count || ScriptChecksum.Sha256(plan.Steps[i].Cql) != old.Steps[i].StatementHash)
            {
                throw new MigrationException(
                    ErrorCodes.HistoryInvalid,
                    $"{Name(old)} was interrupted after statement {done} of {old.StepCount}, and its migrations were changed since: "
                        + $"statement {i + 1} ({old.Steps[i].Migration}) took effect, but is not what the migrations say now.\n"
                        + "Put the statements that took effect back as they were; those after them may be changed. Nothing was sent.")
                {
                    Subject = old.Steps[i].Migration,
                };
            }
        }
    }

    private static string Name(RunEntry run) =>
        $"run {run.Entry} ({(run.Direction == PlanDirection.Up ? "up" : "down")} to {run.Target ?? "none"}, begun {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z{(run.Actor is null ? string.Empty : " by " + run.Actor)})";
}
