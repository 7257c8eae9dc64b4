using System;
using System.Globalization;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Something that happened in a run. Hosts show, log and measure these; nothing else tells them what goes on.</summary>
/// <remarks>Texts hold no secrets: statements of access control are never part of one.</remarks>
public abstract record MigrationEvent
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One line for people.</summary>
    public abstract string Text { get; }

    /// <inheritdoc />
    public sealed override string ToString() => Text;

    /// <summary>A run began.</summary>
    public sealed record RunStarted(string Cluster, string Keyspace, PlanDirection Direction, string? Target) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => Direction == PlanDirection.Up
            ? $"migrating {Keyspace} on {Cluster} to {Target ?? "the newest version"}"
            : $"taking {Keyspace} on {Cluster} back to {Target ?? "before the first version"}";
    }

    /// <summary>The plan is made and passed all refusals; nothing was sent yet.</summary>
    public sealed record PlanMade(MigrationPlan Plan) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(
            CultureInfo.InvariantCulture, "plan {0}: {1} migration(s), {2} statement(s)", Plan.Hash.Substring(0, Math.Min(12, Plan.Hash.Length)), Plan.Migrations.Count, Plan.Steps.Count);
    }

    /// <summary>Another runner holds the lease; told again while the wait goes on.</summary>
    /// <param name="Holder">Who holds it.</param>
    /// <param name="StoodStill">How long its fence and beat stood still on this machine's clock.</param>
    /// <param name="LeaseTime">When it stood still that long it is taken over.</param>
    public sealed record LeaseWaiting(string Holder, TimeSpan StoodStill, TimeSpan LeaseTime) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(
            CultureInfo.InvariantCulture, "waiting for {0}: no sign of life for {1:0} s, taken over after {2:0} s", Holder, StoodStill.TotalSeconds, LeaseTime.TotalSeconds);
    }

    /// <summary>The lease is ours.</summary>
    /// <param name="Fence">Its fence number.</param>
    /// <param name="TakenOverFrom">Who held it and died; null when it was free.</param>
    public sealed record LeaseTaken(long Fence, string? TakenOverFrom) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => TakenOverFrom is null
            ? string.Format(CultureInfo.InvariantCulture, "lease taken, fence {0}", Fence)
            : string.Format(CultureInfo.InvariantCulture, "lease taken over from {1}, fence {0}", Fence, TakenOverFrom);
    }

    /// <summary>A backup was written.</summary>
    public sealed record BackupWritten(string File) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => $"backup written to {File}";
    }

    /// <summary>The run goes on where an interrupted one stopped.</summary>
    /// <param name="Run">Entry number of the interrupted run.</param>
    /// <param name="StepsDone">How many of its steps were found applied.</param>
    /// <param name="StepCount">How many it has.</param>
    public sealed record RunResumed(int Run, int StepsDone, int StepCount) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(CultureInfo.InvariantCulture, "going on with run {0}: {1} of {2} statements were applied", Run, StepsDone, StepCount);
    }

    /// <summary>A statement is about to be sent.</summary>
    public sealed record StepStarted(PlanStep Step, int StepCount) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(
            CultureInfo.InvariantCulture, "[{0}/{1}] {2} {3}:{4}", Step.Number, StepCount, Step.Migration, Step.File, Step.Line);
    }

    /// <summary>A statement was answered.</summary>
    public sealed record StepFinished(PlanStep Step, int StepCount, TimeSpan Duration) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(
            CultureInfo.InvariantCulture, "[{0}/{1}] done in {2:0.000} s", Step.Number, StepCount, Duration.TotalSeconds);
    }

    /// <summary>All nodes agree and the live schema was found to be the predicted one.</summary>
    /// <param name="AfterStep">The number of the last step that is proven.</param>
    /// <param name="Duration">How long agreement and proof took.</param>
    public sealed record BarrierProven(int AfterStep, TimeSpan Duration) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(CultureInfo.InvariantCulture, "proven up to statement {0}", AfterStep);
    }

    /// <summary>A migration is proven and in history.</summary>
    public sealed record MigrationCompleted(string Version, string Description, PlanDirection Direction, TimeSpan Duration) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => string.Format(
            CultureInfo.InvariantCulture, "{0} {1} ({2}) in {3:0.000} s", Direction == PlanDirection.Up ? "applied" : "took back", Version, Description, Duration.TotalSeconds);
    }

    /// <summary>Something worth knowing that stops nothing.</summary>
    public sealed record WarningRaised(string Message) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => Message;
    }

    /// <summary>The run ended well.</summary>
    public sealed record RunFinished(MigrationResult Result) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => Result.Message;
    }

    /// <summary>The run ended with an error.</summary>
    public sealed record RunFailed(ErrorCode Code, string Message) : MigrationEvent
    {
        /// <inheritdoc />
        public override string Text => Message;
    }
}
