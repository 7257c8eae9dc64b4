using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Sends one step, and where no answer comes decides from the live schema whether it took effect.</summary>
internal sealed class StatementSender
{
    // A server gives up on a schema change after ten seconds (request_timeout); later than that it can no longer begin to take effect.
    private static readonly TimeSpan ServerTimeout = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private const int Conflicts = 10;
    private const int Resends = 3;

    private readonly ClusterAccess _access;
    private readonly Lease _lease;

    public StatementSender(ClusterAccess access, Lease lease)
    {
        _access = access;
        _lease = lease;
    }

    /// <summary>True while something is on its way that may still take effect and cannot be sent twice.</summary>
    public bool InFlight { get; private set; }

    /// <summary>Sends a step until its outcome is known.</summary>
    /// <param name="step">The step.</param>
    /// <param name="limit">How long its migration may still take; null for the run's own limit on one statement.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The server's answer; empty where the schema had to tell that the step took effect.</returns>
    /// <exception cref="CqlServerException">The server refused it.</exception>
    /// <exception cref="MigrationException">OutcomeUnknown, LeaseLost.</exception>
    public async Task<CqlResult> SendAsync(RunStep step, TimeSpan? limit, CancellationToken cancellationToken)
    {
        Guid? host = step.Plan.Kind is StepKind.Data or StepKind.NoEffect or StepKind.UnrepeatableData ? null : _access.Coordinator;
        int conflicts = 0;
        for (int attempt = 1; ; attempt++)
        {
            await _lease.EnsureHeldAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                InFlight = step.Plan.Kind is not (StepKind.Data or StepKind.NoEffect);
                CqlResult result = await _access.Session.ExecuteAsync(Request(step, host, limit), cancellationToken).ConfigureAwait(false);
                InFlight = false;
                return result;
            }
            catch (CqlServerException exception) when (IsConflict(exception) && conflicts++ < Conflicts)
            {
                InFlight = false;
                if (await ShowsAsync(step, host, cancellationToken).ConfigureAwait(false) == true)
                {
                    return CqlResult.Empty;
                }

                await _access.Clock.DelayAsync(Jitter(conflicts), cancellationToken).ConfigureAwait(false);
            }
            catch (CqlServerException)
            {
                InFlight = false;
                if (attempt > 1 && await ShowsAsync(step, host, cancellationToken).ConfigureAwait(false) == true)
                {
                    return CqlResult.Empty;
                }

                throw;
            }
            catch (AmbiguousRequestException exception)
            {
                if (await DecideAsync(step, exception, host, attempt, cancellationToken).ConfigureAwait(false) is { } resendTo)
                {
                    InFlight = false;
                    host = resendTo.Host;
                    continue;
                }

                InFlight = false;
                return CqlResult.Empty;
            }
        }
    }

    private CqlRequest Request(RunStep step, Guid? host, TimeSpan? limit) => new(step.Cql)
    {
        Host = host,
        Timeout = limit ?? _access.Options.StatementTimeout,
        Consistency = step.Plan.Consistency,
        TimestampMicros = step.Journal.WriteTime,
        Idempotent = step.Plan.Kind is StepKind.Data or StepKind.NoEffect,
    };

    /// <summary>Null when the step took effect; else where to send it again.</summary>
    private async Task<Resend?> DecideAsync(RunStep step, AmbiguousRequestException exception, Guid? host, int attempt, CancellationToken cancellationToken)
    {
        if (step.Plan.Kind != StepKind.Schema || step.Journal.Changes.Count == 0 || attempt > Resends)
        {
            throw Unknown(step, exception, "the schema cannot tell");
        }

        TimeSpan start = _access.Clock.Monotonic;
        bool hostGone = false;
        while (true)
        {
            bool? shows = null;
            try
            {
                shows = await ShowsAsync(step, hostGone ? null : host, cancellationToken).ConfigureAwait(false);
            }
            catch (MigrationException) when (!hostGone && host is not null)
            {
                hostGone = true;
            }

            if (shows == true)
            {
                return null;
            }

            if (_access.Clock.Monotonic - start >= ServerTimeout)
            {
                if (shows is null)
                {
                    throw Unknown(step, exception, "the schema is neither as it was before nor as it should be after it");
                }

                // Elsewhere than on its coordinator a change that was made may not have arrived yet.
                return !hostGone || !_access.PinIds || IsSafeTwice(step)
                    ? new Resend(hostGone ? null : host)
                    : throw Unknown(step, exception, $"host {host} that got it cannot be asked");
            }

            await _access.Clock.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>True when the live schema is as it should be after the step, false when as before, null when neither.</summary>
    private async Task<bool?> ShowsAsync(RunStep step, Guid? host, CancellationToken cancellationToken)
    {
        if (step.Journal.Changes.Count == 0)
        {
            return null;
        }

        ClusterSchema live = await new SchemaReader(_access.Session, _access.Capabilities.Dialect, host).ReadAsync(cancellationToken).ConfigureAwait(false);
        bool Is(Func<JournalChange, string?> side) =>
            step.Journal.Changes.All(change => ObjectFingerprint.Of(live, ObjectFingerprint.Parse(change.Object), _access.PinIds) == side(change));

        return Is(change => change.After) ? true : Is(change => change.Before) ? false : null;
    }

    // With the same id a second CREATE gives the same table; an ADD that arrived twice is refused and changes nothing.
    private static bool IsSafeTwice(RunStep step) =>
        step.Id is not null || step.Plan.Statement is AlterTableStatement { Action: AddColumns };

    // Scylla: service/raft/raft_group0_client.hh, "Failed to apply group 0 change due to concurrent modification".
    private static bool IsConflict(CqlServerException exception) =>
        exception.ServerCode == CqlError.ServerError && exception.Message.Contains("concurrent modification");

    // Randomness is passed in as a source of identifiers; two of their bytes are enough to keep runners apart.
    private TimeSpan Jitter(int attempt)
    {
        byte[] bytes = _access.Options.Ids.NewId().ToByteArray();
        return TimeSpan.FromMilliseconds((50 * attempt) + (((bytes[0] << 8) | bytes[1]) % 200));
    }

    private static MigrationException Unknown(RunStep step, AmbiguousRequestException exception, string why) => new(
        ErrorCodes.OutcomeUnknown,
        $"{step.Plan.File}:{step.Plan.Line}: it is not known whether statement {step.Plan.Number} ({step.Plan.Migration}) took effect: {why}.\n{exception.Message}\n"
            + OutcomeChoice.Explain(step.Plan.Number),
        null,
        exception)
    {
        Subject = step.Plan.Migration,
    };

    private sealed record Resend(Guid? Host);
}
