using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Sends the steps of a run one by one: barrier before what the schema cannot prove, journal around it, record behind it.</summary>
internal sealed class StepRunner
{
    private readonly ClusterAccess _access;
    private readonly RunScript _script;
    private readonly StatementSender _sender;
    private readonly RunRecorder _recorder;
    private readonly RunLog _log;
    private readonly PreparedRun _run;
    private readonly Barrier _barrier;
    private IReadOnlyList<RunStep> _steps;
    private ClusterSchema _live;
    private bool _unproven;

    public StepRunner(ClusterAccess access, RunScript script, StatementSender sender, RunRecorder recorder, RunLog log, PreparedRun run, ClusterSchema live)
    {
        _access = access;
        _script = script;
        _sender = sender;
        _recorder = recorder;
        _log = log;
        _run = run;
        _barrier = new Barrier(access);
        _steps = run.Steps;
        _live = live;
    }

    /// <summary>Runs what remains.</summary>
    /// <returns>The live schema at the end.</returns>
    public async Task<ClusterSchema> RunAsync(Deadline deadline)
    {
        CancellationToken cancellationToken = deadline.Token;
        for (int i = _run.Done; i < _steps.Count; i++)
        {
            if (_steps[i].Sent)
            {
                continue;
            }

            // The token follows the clock by a timer, which may be late; a statement is not sent on the strength of that.
            deadline.ThrowIfOver();
            await SendAsync(i, cancellationToken).ConfigureAwait(false);
        }

        await ProveAsync(_steps.Count, cancellationToken).ConfigureAwait(false);
        await _recorder.RecordAsync(_steps.Count, final: true, cancellationToken).ConfigureAwait(false);
        return _live;
    }

    private async Task SendAsync(int index, CancellationToken cancellationToken)
    {
        if (_steps[index].Journal.NeedsOutcome)
        {
            if (_unproven)
            {
                await ProveAsync(index, cancellationToken).ConfigureAwait(false);
                await _recorder.RecordAsync(index, final: false, cancellationToken).ConfigureAwait(false);
            }

            await MarkBeforeAsync(index, cancellationToken).ConfigureAwait(false);
        }

        RunStep step = _steps[index];
        _log.Tell(new MigrationEvent.StepStarted(step.Plan, _steps.Count) { At = _log.Now });
        TimeSpan start = _access.Clock.Monotonic;
        CqlResult result;
        try
        {
            result = await _sender.SendAsync(step, Limit(step.Plan), cancellationToken).ConfigureAwait(false);
        }
        catch (CqlServerException exception)
        {
            throw await FailedAsync(index, exception, cancellationToken).ConfigureAwait(false);
        }

        TimeSpan duration = _access.Clock.Monotonic - start;
        _log.Sent(step.Plan, duration);
        foreach (string warning in result.Warnings)
        {
            _log.Warn($"{step.Plan.File}:{step.Plan.Line}: {warning}");
        }

        _unproven |= step.Journal.Changes.Count > 0;
        await MarkAfterAsync(index, cancellationToken).ConfigureAwait(false);
        _log.Tell(new MigrationEvent.StepFinished(step.Plan, _steps.Count, duration) { At = _log.Now });
    }

    // A migration's own @timeout holds for all its statements together.
    private TimeSpan? Limit(PlanStep step)
    {
        if (_run.Plan.Migrations.FirstOrDefault(migration => migration.Label == step.Migration)?.Settings.Timeout is not { } allowed)
        {
            return null;
        }

        TimeSpan left = allowed - _log.DurationOf(step.Migration);
        return left > TimeSpan.Zero
            ? left
            : throw new MigrationException(
                ErrorCodes.TimedOut,
                $"migration failed: context deadline exceeded\nMigration {step.Migration} may take {allowed.TotalSeconds:0.###} s (@timeout). {_log.Summary()}") { Subject = step.Migration };
    }

    private async Task ProveAsync(int done, CancellationToken cancellationToken)
    {
        if (!_unproven)
        {
            return;
        }

        TimeSpan start = _access.Clock.Monotonic;
        _live = await _barrier.ProveAsync(_steps, done, cancellationToken).ConfigureAwait(false);
        _unproven = false;
        _log.Tell(new MigrationEvent.BarrierProven(done, _access.Clock.Monotonic - start) { At = _log.Now });
    }

    private async Task MarkBeforeAsync(int index, CancellationToken cancellationToken)
    {
        RunStep step = _steps[index];
        if (step.Plan.Kind != StepKind.Data)
        {
            await _run.Journal.MarkAsync([(step.Plan.Number, null, StepOutcome.Sending)], cancellationToken).ConfigureAwait(false);
            return;
        }

        if (step.Journal.WriteTime is not null)
        {
            return;
        }

        long time = await WriteTime.NextAsync(_access, _live, cancellationToken).ConfigureAwait(false);
        List<RunStep> steps = [.. _steps];
        int end = EndOfBlock(index);
        for (int i = index; i < end; i++)
        {
            steps[i] = steps[i] with { Journal = steps[i].Journal with { WriteTime = time + i - index } };
        }

        await _run.Journal.MarkAsync(steps.Skip(index).Take(end - index).Select(s => (s.Plan.Number, s.Journal.WriteTime, (StepOutcome?)null)), cancellationToken).ConfigureAwait(false);
        _steps = steps;
    }

    private async Task MarkAfterAsync(int index, CancellationToken cancellationToken)
    {
        RunStep step = _steps[index];
        if (!step.Journal.NeedsOutcome)
        {
            return;
        }

        // Rows may be sent twice with the same timestamps, so one outcome for a whole block is enough.
        int end = step.Plan.Kind == StepKind.Data ? EndOfBlock(index) : index + 1;
        if (end > index + 1)
        {
            return;
        }

        int begin = index;
        while (step.Plan.Kind == StepKind.Data && begin > _run.Done && _steps[begin - 1].Plan.Kind == StepKind.Data)
        {
            begin--;
        }

        await _run.Journal.MarkAsync(_steps.Skip(begin).Take(end - begin).Select(s => (s.Plan.Number, (long?)null, (StepOutcome?)StepOutcome.Done)), cancellationToken).ConfigureAwait(false);
        if (step.Plan.Kind == StepKind.Opaque)
        {
            await _access.AgreeAsync(cancellationToken).ConfigureAwait(false);
            _live = await _access.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
            _steps = _script.Rebase(_steps, index + 1, _live);
            await _run.Journal.RewriteAsync(_steps.Skip(index + 1).Select(s => s.Journal), cancellationToken).ConfigureAwait(false);
        }
    }

    private int EndOfBlock(int index)
    {
        int end = index;
        while (end < _steps.Count && _steps[end].Plan.Kind == StepKind.Data)
        {
            end++;
        }

        return end;
    }

    /// <summary>The error of a refused statement, after what was applied before it is proven and recorded.</summary>
    private async Task<MigrationException> FailedAsync(int index, CqlServerException exception, CancellationToken cancellationToken)
    {
        RunStep step = _steps[index];
        string? unproven = null;
        if (step.Journal.NeedsOutcome && step.Plan.Kind != StepKind.Data)
        {
            await _run.Journal.MarkAsync([(step.Plan.Number, null, StepOutcome.Refused)], cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await ProveAsync(index, cancellationToken).ConfigureAwait(false);
            await _recorder.RecordAsync(index, final: false, cancellationToken).ConfigureAwait(false);
            await _recorder.CloseIfWholeAsync(index, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrationException proof) when (proof.Code != ErrorCodes.LeaseLost)
        {
            unproven = proof.Message;
        }

        return StatementFailure.Of(step.Plan, _run.Plan, exception, _log, unproven);
    }
}
