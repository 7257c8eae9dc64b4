using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Backup;
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

    /// <summary>How it works.</summary>
    public MigrationManagerOptions Options => _options;

    /// <summary>Adds a migration made in code.</summary>
    /// <exception cref="MigrationException">MigrationsInvalid: its version or name is there already.</exception>
    public void Register(Migration migration) => _catalog = _catalog.With([migration]);

    /// <summary>Where the keyspace stands. Sends reads only.</summary>
    /// <exception cref="MigrationException">BaselineNeeded: the keyspace has tables, but no history.</exception>
    public Task<SchemaStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => new StatusReader(access, plans).ReadAsync(situation, token), cancellationToken);

    /// <summary>The plan upwards; where a run was interrupted, that run's plan. Sends reads only.</summary>
    /// <param name="target">The version to reach; null for the newest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">MigrationsInvalid, SchemaTooNew, BaselineNeeded, ReplicationNotGiven, ConfigurationInvalid.</exception>
    public Task<MigrationPlan> PlanAsync(MigrationVersion? target = null, CancellationToken cancellationToken = default) =>
        PlanAsync(RunGoal.Of(new MigrateRequest { Target = target }), cancellationToken);

    /// <summary>The plan downwards. Sends reads only.</summary>
    /// <param name="target">The version to go back to; null takes all versions back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">MigrationsInvalid, ConsentNeeded: a version cannot be taken back; ConfigurationInvalid.</exception>
    public Task<MigrationPlan> PlanRollbackAsync(MigrationVersion? target, CancellationToken cancellationToken = default) =>
        PlanAsync(RunGoal.Of(new RollbackRequest { Target = target }), cancellationToken);

    /// <summary>Applies what is pending, or goes on with an interrupted run.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Hears what happens; null for nobody.</param>
    /// <param name="cancellationToken">Cancels within two seconds; what was applied is found by the next run.</param>
    /// <exception cref="MigrationException">
    /// MigrationsInvalid, SchemaTooNew, BaselineNeeded, ReplicationNotGiven: nothing was sent. DataLossRefused, ConsentNeeded, PlanChanged: refused. LeaseHeld,
    /// LeaseLost, StatementFailed, OutcomeUnknown, SchemaInvalid, CheckFailed, TimedOut, Cancelled: the message says what was applied.
    /// </exception>
    public Task<MigrationResult> MigrateAsync(MigrateRequest request, IProgress<MigrationEvent>? progress = null, CancellationToken cancellationToken = default) =>
        new RunSupervisor(_cluster, _catalog, _options, RunGoal.Of(request), progress).RunAsync(cancellationToken);

    /// <summary>Takes versions back.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="progress">Hears what happens; null for nobody.</param>
    /// <param name="cancellationToken">Cancels within two seconds; what was taken back is found by the next run.</param>
    /// <exception cref="MigrationException">As for <see cref="MigrateAsync"/>; ConsentNeeded also where a version cannot be taken back.</exception>
    public Task<MigrationResult> RollbackAsync(RollbackRequest request, IProgress<MigrationEvent>? progress = null, CancellationToken cancellationToken = default) =>
        new RunSupervisor(_cluster, _catalog, _options, RunGoal.Of(request), progress).RunAsync(cancellationToken);

    /// <summary>Holds the live schema against the one that the applied migrations predict, and runs the checks. A difference is a result, no error.</summary>
    public Task<ValidationResult> ValidateAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => new Validator(access, plans).ValidateAsync(situation, token), cancellationToken);

    /// <summary>History, oldest first. Empty when nothing was ever applied.</summary>
    public Task<IReadOnlyList<HistoryRecord>> GetHistoryAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => Task.FromResult(HistoryReader.Records(situation, _cluster.Name, plans.Catalog.Path)), cancellationToken);

    /// <summary>Whether migrations can be relied on here, with the reasons. A bad verdict is a result, no error.</summary>
    public Task<HealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => new HealthChecker(access, plans).CheckAsync(situation, token), cancellationToken);

    /// <summary>What is worth doing, what matters most first.</summary>
    public Task<IReadOnlyList<Recommendation>> GetRecommendationsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(async (access, plans, situation, token) => (await new ReportBuilder(access, plans).BuildAsync(situation, token).ConfigureAwait(false)).Recommendations, cancellationToken);

    /// <summary>All of the above in one object.</summary>
    public Task<MigrationReport> BuildReportAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => new ReportBuilder(access, plans).BuildAsync(situation, token), cancellationToken);

    /// <summary>The live schema as canonical CQL.</summary>
    public Task<SchemaExport> ExportSchemaAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => Task.FromResult(SchemaExporter.Export(access, plans, situation)), cancellationToken, adopting: true);

    /// <summary>Writes schema and history into a file that only its owner can read.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file exists, or cannot be written there.</exception>
    public Task<BackupResult> BackupAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAsync((access, plans, situation, token) => new BackupWriter(access, plans).WriteAsync(path, situation, token), cancellationToken, adopting: true);

    private Task<MigrationPlan> PlanAsync(RunGoal goal, CancellationToken cancellationToken) =>
        ReadAsync((access, plans, situation, token) => Task.FromResult(Resumption.PlanOf(plans, situation, goal)), cancellationToken);

    private async Task<T> ReadAsync<T>(
        Func<ClusterAccess, PlanSource, Situation, CancellationToken, Task<T>> read, CancellationToken cancellationToken, bool adopting = false)
    {
        using Deadline deadline = new(_options.Clock, _options.Timeout, cancellationToken);
        try
        {
            ClusterAccess access = new(_cluster, _options);
            PlanSource plans = new(access, _catalog);
            Situation situation = await new SituationReader(access, plans.Keyspace).ReadAsync(adopting, deadline.Token).ConfigureAwait(false);
            return await read(access, plans, situation, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw deadline.ToError(exception, "Only reads were sent.");
        }
    }
}
