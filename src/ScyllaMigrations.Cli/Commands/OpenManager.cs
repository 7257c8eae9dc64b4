using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Backup;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Planning;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>The library's manager with the connection that it works on; disposing closes the connection.</summary>
internal sealed class OpenManager(ICluster cluster, MigrationOptions options, MigrationManager manager) : IAsyncDisposable
{
    public MigrationManager Manager => manager;

    /// <summary>What environment variables and configuration ask for.</summary>
    public MigrationOptions Options => options;

    /// <summary>A plan as results show it.</summary>
    public PlanReport Describe(MigrationPlan plan) => PlanReport.Of(plan, cluster.Name, manager.Catalog.Path);

    /// <summary>The name of a new backup file.</summary>
    /// <param name="folder">Its folder; null for the usual one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string> NewBackupFileAsync(string? folder, CancellationToken cancellationToken)
    {
        SchemaStatus status = await manager.GetStatusAsync(cancellationToken);
        return BackupLocation.NewFile(folder ?? BackupLocation.DefaultFolder(manager.Catalog.Path), status.Keyspace, status.CurrentVersion, manager.Options.Clock.UtcNow);
    }

    /// <summary>The backup file of a run; null when neither the command line nor the settings ask for one.</summary>
    /// <param name="folder">Its folder as given on the command line; null when none was.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<string?> BackupOfRunAsync(string? folder, CancellationToken cancellationToken) =>
        folder is not null || options.BackupBeforeMigration ? await NewBackupFileAsync(folder, cancellationToken) : null;

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
