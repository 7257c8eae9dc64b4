using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Health;

/// <summary>A health check for programs: never throws but for cancellation, and answers with a verdict and its reasons.</summary>
public sealed class MigrationHealthCheck
{
    private readonly MigrationManager _manager;
    private readonly string _cluster;

    /// <summary>Makes a check.</summary>
    /// <param name="manager">The manager of the keyspace.</param>
    /// <param name="cluster">The cluster's name, for reports when it cannot be asked.</param>
    public MigrationHealthCheck(MigrationManager manager, string cluster)
    {
        _manager = manager ?? throw new ArgumentNullException(nameof(manager));
        _cluster = cluster;
    }

    /// <summary>Checks.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        TimeSpan start = _manager.Options.Clock.Monotonic;
        try
        {
            return await _manager.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (MigrationException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new HealthReport
            {
                Cluster = _cluster,
                Path = _manager.Catalog.Path,
                Keyspace = _manager.Options.Keyspace ?? string.Empty,
                Status = HealthChecker.Unhealthy,
                Healthy = false,
                Message = exception.Message,
                Checks = [new HealthFinding { Name = exception.Code.Id, Status = HealthChecker.Unhealthy, Message = exception.Message, Remedy = exception.Code.Remedy }],
                CheckedAt = _manager.Options.Clock.UtcNow.UtcDateTime,
                DurationSeconds = (_manager.Options.Clock.Monotonic - start).TotalSeconds,
            };
        }
    }
}
