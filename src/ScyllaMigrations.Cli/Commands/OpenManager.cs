using System;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Planning;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>The library's manager with the connection that it works on; disposing closes the connection.</summary>
internal sealed class OpenManager(ICluster cluster, string? path, MigrationManager manager) : IAsyncDisposable
{
    public MigrationManager Manager => manager;

    /// <summary>A plan as results show it.</summary>
    public PlanReport Describe(MigrationPlan plan) => PlanReport.Of(plan, cluster.Name, path);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
