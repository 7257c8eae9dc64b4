using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Health;

/// <summary>Gathers status, history, validation, health and recommendations into one object, from one reading of the cluster.</summary>
internal sealed class ReportBuilder
{
    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;

    public ReportBuilder(ClusterAccess access, PlanSource plans)
    {
        _access = access;
        _plans = plans;
    }

    public async Task<MigrationReport> BuildAsync(Situation situation, CancellationToken cancellationToken)
    {
        TimeSpan start = _access.Clock.Monotonic;
        SchemaStatus status = await new StatusReader(_access, _plans).ReadAsync(situation, cancellationToken).ConfigureAwait(false);
        ValidationResult validation = await new Validator(_access, _plans).ValidateAsync(situation, cancellationToken).ConfigureAwait(false);
        HealthReport health = new HealthChecker(_access, _plans).Judge(situation, status, validation, start);
        return new MigrationReport
        {
            Cluster = status.Cluster,
            Path = status.Path,
            Keyspace = status.Keyspace,
            Dialect = status.Dialect,
            ServerVersion = _access.Capabilities.ReleaseVersion,
            CurrentVersion = status.CurrentVersion,
            LatestVersion = status.LatestVersion,
            MinimumVersion = status.MinimumVersion,
            MigrationsNeeded = status.MigrationsNeeded,
            Compatible = status.Compatible,
            Valid = validation.Valid,
            Healthy = health.Healthy,
            SchemaAgreement = status.SchemaAgreement,
            ChainIntact = situation.Snapshot.BrokenFrom is null,
            LeaseHolder = status.LeaseHolder,
            Message = health.Status == HealthChecker.Healthy ? status.Message : health.Message,
            ToolVersion = _access.Options.ToolVersion,
            GeneratedAt = _access.Clock.UtcNow.UtcDateTime,
            Pending = status.Pending,
            History = HistoryReader.Records(situation, status.Cluster, status.Path),
            Differences = validation.Differences,
            Checks = validation.Checks,
            HealthChecks = health.Checks,
            Recommendations = new Recommender(status, situation, validation, _access.Capabilities).Recommend(),
        };
    }
}
