using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Says where a keyspace stands, from what was found on the cluster.</summary>
internal sealed class StatusReader
{
    private static readonly ErrorCode[] Foreseen = [ErrorCodes.MigrationsInvalid, ErrorCodes.ReplicationNotGiven, ErrorCodes.SchemaTooNew, ErrorCodes.HistoryInvalid];

    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;

    public StatusReader(ClusterAccess access, PlanSource plans)
    {
        _access = access;
        _plans = plans;
    }

    public async Task<SchemaStatus> ReadAsync(Situation situation, CancellationToken cancellationToken)
    {
        SchemaAgreement agreement = await _access.Cluster.GetSchemaAgreementAsync(cancellationToken).ConfigureAwait(false);
        MigrationVersion? current = situation.History.Current;
        (IReadOnlyList<PendingMigration> pending, string? fault) = Pending(situation);
        // An empty keyspace is not too old for anybody: its migrations are simply pending.
        MigrationVersion? minimum = current is null && pending.Count > 0 ? null : _access.Options.MinimumVersion;
        Compatibility compatibility = Compatibility.Of(current, _plans.Catalog.Latest, minimum);
        RunEntry? interrupted = situation.Snapshot.Interrupted;
        return new SchemaStatus
        {
            Cluster = _access.Cluster.Name,
            Path = _plans.Catalog.Path,
            Keyspace = _plans.Keyspace,
            Dialect = _access.Capabilities.Dialect.Name,
            CurrentVersion = current?.ToString(),
            LatestVersion = _plans.Catalog.Latest?.ToString(),
            MinimumVersion = _access.Options.MinimumVersion?.ToString(),
            MigrationsNeeded = pending.Count > 0 || interrupted is not null,
            PendingCount = pending.Count,
            Pending = pending,
            AppliedCount = situation.History.Applied.Count,
            Compatible = compatibility.IsCompatible,
            Message = compatibility.Message ?? fault ?? Words(current, pending, interrupted),
            SchemaAgreement = agreement.InAgreement,
            LeaseHolder = situation.Snapshot.Lease.Owner is null ? null : situation.Snapshot.Lease.OwnerInfo ?? situation.Snapshot.Lease.Owner.ToString(),
            CheckedAt = _access.Clock.UtcNow.UtcDateTime,
        };
    }

    private (IReadOnlyList<PendingMigration> Pending, string? Fault) Pending(Situation situation)
    {
        IReadOnlyList<Migration> waiting =
            [.. HistoryRules.Pending(_plans.Catalog, situation.History), .. HistoryRules.PendingRepeatable(_plans.Catalog, situation.History)];
        ILookup<string, PlanStep> steps = Array.Empty<PlanStep>().ToLookup(step => step.Migration, StringComparer.Ordinal);
        string? fault = null;
        try
        {
            MigrationPlan plan = Resumption.PlanOf(_plans, situation, RunGoal.Up);
            steps = plan.Steps.ToLookup(step => step.Migration, StringComparer.Ordinal);
        }
        catch (MigrationException exception) when (Foreseen.Contains(exception.Code))
        {
            // Where the keyspace stands can be said all the same; the plan says the rest.
            fault = exception.Message;
        }

        return ([.. waiting.Select(migration => new PendingMigration
        {
            Version = migration.Label,
            Description = migration.Description,
            Path = migration.Up.Source.Path,
            StatementCount = steps[migration.Label].Count(),
            Risk = fault is not null ? "Unknown" : steps[migration.Label].Select(step => step.Risk).DefaultIfEmpty(StepRisk.Low).Max().ToString(),
        })], fault);
    }

    private static string Words(MigrationVersion? current, IReadOnlyList<PendingMigration> pending, RunEntry? interrupted)
    {
        if (interrupted is not null)
        {
            return $"run {interrupted.Entry} to {interrupted.Target ?? "none"} was interrupted or is still going on; {(interrupted.Direction == PlanDirection.Up ? "migrating" : "rolling back")} goes on with it";
        }

        string at = current is null ? "no version is applied" : $"at version {current}";
        return pending.Count switch
        {
            0 => current is null ? at + ", and there is no migration" : $"up to date {at}",
            1 => $"{at}; 1 migration is pending: {pending[0].Version}",
            _ => $"{at}; {pending.Count} migrations are pending: {pending[0].Version} to {pending[pending.Count - 1].Version}",
        };
    }
}
