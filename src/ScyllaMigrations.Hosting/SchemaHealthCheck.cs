using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ScyllaMigrations.Diagnostics;
using HealthFinding = ScyllaMigrations.Health.HealthFinding;
using HealthReport = ScyllaMigrations.Health.HealthReport;

namespace ScyllaMigrations.Hosting;

/// <summary>The health of a program's schema: <c>services.AddHealthChecks().AddCheck&lt;SchemaHealthCheck&gt;("schema")</c>.</summary>
public sealed class SchemaHealthCheck : IHealthCheck
{
    private readonly MigrationHost _host;

    /// <summary>Makes a check.</summary>
    public SchemaHealthCheck(MigrationHost host) => _host = host;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            HealthReport report = await _host.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
            HealthStatus status = report.Status switch
            {
                "Healthy" => HealthStatus.Healthy,
                "Degraded" => HealthStatus.Degraded,
                _ => context.Registration.FailureStatus,
            };
            Dictionary<string, object> data = new(StringComparer.Ordinal) { ["cluster"] = report.Cluster, ["keyspace"] = report.Keyspace };
            foreach (HealthFinding check in report.Checks)
            {
                data[check.Name] = check.Message;
            }

            return new HealthCheckResult(status, report.Message, null, data);
        }
        catch (MigrationException exception) when (exception.Code != ErrorCodes.Cancelled)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
