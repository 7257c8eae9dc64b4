using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Health;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Everything that can be done with the migrations of one keyspace on one cluster.</summary>
/// <remarks>
/// Nothing is kept between calls: each reads the cluster anew. Every method may throw <see cref="MigrationException"/> with the codes that its kind of work
/// can end with (ConnectionFailed, TimedOut, Cancelled and HistoryInvalid everywhere); a cancelled call throws it with the code Cancelled.
/// </remarks>
public sealed class MigrationManager
{
    private readonly ICluster _cluster;
    private readonly MigrationManagerOptions _options;
    private MigrationCatalog _catalog;

    /// <summary>Makes a manager.</summary>
    /// <param name="cluster">The connected cluster; stays the caller's to dispose.</param>
    /// <param name="catalog">The migrations.</param>
    /// <param name="options">How to work; null for the defaults.</param>
    public MigrationManager(ICluster cluster, MigrationCatalog catalog, MigrationManagerOptions? options = null)
    {
        _cluster = cluster ?? throw new ArgumentNullException(nameof(cluster));
        _catalog = catalog ?? throw new ArgumentNullException(nameof(catalog));
        _options = options ?? new MigrationManagerOptions();
    }

    /// <summary>The migrations, those registered in code included.</summary>
    public MigrationCatalog Catalog => _catalog;

    /// <summary>Adds a migration made in code.</summary>
    /// <exception cref="MigrationException">MigrationsInvalid: its version or name is there already.</exception>
    public void Register(Migration migration) => _catalog = _catalog.With([migration]);

    /// <summary>Where the keyspace stands. Sends reads only.</summary>
    public Task<SchemaStatus> GetStatusAsync(CancellationToken cancellationToken = default) => throw NotYet("status");

    /// <summary>The plan upwards. Sends reads only.</summary>
    /// <param name="target">The version to reach; null for the newest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<MigrationPlan> PlanAsync(MigrationVersion? target = null, CancellationToken cancellationToken = default) => throw NotYet("plan");

    /// <summary>The plan downwards. Sends reads only.</summary>
    /// <param name="target">The version to go back to; null takes all versions back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<MigrationPlan> PlanRollbackAsync(MigrationVersion? target, CancellationToken cancellationToken = default) => throw NotYet("plan");

    /// <summary>Applies what is pending, or goes on with an interrupted run.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Hears what happens; null for nobody.</param>
    /// <param name="cancellationToken">Cancels within two seconds; what was applied is found by the next run.</param>
    public Task<MigrationResult> MigrateAsync(MigrateRequest request, IProgress<MigrationEvent>? progress = null, CancellationToken cancellationToken = default) =>
        throw NotYet("migrate");

    /// <summary>Takes versions back.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Hears what happens; null for nobody.</param>
    /// <param name="cancellationToken">Cancels within two seconds; what was taken back is found by the next run.</param>
    public Task<MigrationResult> RollbackAsync(RollbackRequest request, IProgress<MigrationEvent>? progress = null, CancellationToken cancellationToken = default) =>
        throw NotYet("rollback");

    /// <summary>Holds the live schema against the one that the applied migrations predict, and runs the checks. A difference is a result, no error.</summary>
    public Task<ValidationResult> ValidateAsync(CancellationToken cancellationToken = default) => throw NotYet("validate");

    /// <summary>History, oldest first. Empty when nothing was ever applied.</summary>
    public Task<IReadOnlyList<HistoryRecord>> GetHistoryAsync(CancellationToken cancellationToken = default) => throw NotYet("history");

    /// <summary>Whether migrations can be relied on here, with the reasons. A bad verdict is a result, no error.</summary>
    public Task<HealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) => throw NotYet("health");

    /// <summary>What is worth doing, what matters most first.</summary>
    public Task<IReadOnlyList<Recommendation>> GetRecommendationsAsync(CancellationToken cancellationToken = default) => throw NotYet("recommendations");

    /// <summary>All of the above in one object.</summary>
    public Task<MigrationReport> BuildReportAsync(CancellationToken cancellationToken = default) => throw NotYet("report");

    /// <summary>The live schema as canonical CQL.</summary>
    public Task<SchemaExport> ExportSchemaAsync(CancellationToken cancellationToken = default) => throw NotYet("dump");

    /// <summary>Writes schema and history into a file that only its owner can read.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<Backup.BackupResult> BackupAsync(string path, CancellationToken cancellationToken = default) => throw NotYet("backup");

    private MigrationException NotYet(string what) =>
        new(ErrorCodes.ConfigurationInvalid, $"'{what}' is not supported in this version ({_cluster.Name}, {_options.Keyspace ?? "no keyspace"})");
}
