using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Health;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Hosting;

/// <summary>The migrations of a program: connects when first used, keeps the connection, and feeds log and metrics from every run.</summary>
public sealed class MigrationHost : IProgress<MigrationEvent>, IAsyncDisposable
{
    private readonly ScyllaMigrationsOptions _options;
    private readonly IServiceProvider _services;
    private readonly MigrationEventLog _log;
    private readonly MigrationMetrics _metrics;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private Opened? _opened;

    /// <summary>Makes the host's part; nothing is connected yet.</summary>
    public MigrationHost(ScyllaMigrationsOptions options, IServiceProvider services, MigrationEventLog log, MigrationMetrics metrics)
    {
        _options = options;
        _services = services;
        _log = log;
        _metrics = metrics;
    }

    /// <summary>Migrates or checks the schema, as the settings say.</summary>
    /// <exception cref="MigrationException">The schema is not ready; a program that works with it must not go on.</exception>
    public async Task<SchemaReadinessResult> EnsureAsync(CancellationToken cancellationToken)
    {
        Opened opened = await OpenAsync(cancellationToken).ConfigureAwait(false);
        SchemaReadinessResult result = await SchemaReadiness.EnsureAsync(
            opened.Cluster, opened.Setup.Settings.Keyspace, opened.Setup.Settings.Options, opened.Manager.Catalog, opened.Setup.ManagerOptions(), this, cancellationToken)
            .ConfigureAwait(false);
        _metrics.SetVersion(result.Keyspace, result.CurrentVersion);
        return result;
    }

    /// <summary>The manager, connected.</summary>
    /// <exception cref="MigrationException">The settings are wrong, or the cluster cannot be reached.</exception>
    public async Task<MigrationManager> GetManagerAsync(CancellationToken cancellationToken) => (await OpenAsync(cancellationToken).ConfigureAwait(false)).Manager;

    /// <summary>Whether the migrations can be relied on, with the reasons. A cluster that cannot be asked any more is an unhealthy verdict.</summary>
    /// <exception cref="MigrationException">The settings are wrong, or the cluster could never be reached.</exception>
    public async Task<HealthReport> CheckHealthAsync(CancellationToken cancellationToken)
    {
        Opened opened = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new MigrationHealthCheck(opened.Manager, opened.Cluster.Name).CheckAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hears what happens in a run and tells log and metrics.</summary>
    public void Report(MigrationEvent value)
    {
        _log.Report(value);
        _metrics.Report(value);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _opening.Dispose();
        if (_opened is { } opened)
        {
            await opened.Cluster.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<Opened> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _opened ??= await ConnectAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<Opened> ConnectAsync(CancellationToken cancellationToken)
    {
        MigrationSetup setup = await MigrationSetup.ReadAsync(
            new MigrationSetupRequest
            {
                Path = _options.Path,
                BaseDirectory = AppContext.BaseDirectory,
                Parameters = _options.Settings,
                Variable = Environment.GetEnvironmentVariable,
                Environment = _options.Environment,
            },
            cancellationToken).ConfigureAwait(false);
        MigrationCatalog catalog = await setup.LoadCatalogAsync(cancellationToken, [.. _options.Migrations]).ConfigureAwait(false);
        ICluster cluster = _options.Connect is { } connect
            ? await connect(_services, cancellationToken).ConfigureAwait(false)
            : await new ClusterSelector(OpenEmbeddedAsync, NoDriver).ConnectAsync(setup.Settings, cancellationToken).ConfigureAwait(false);
        return new Opened(setup, cluster, new MigrationManager(cluster, catalog, setup.ManagerOptions()));
    }

    private static async Task<ICluster> OpenEmbeddedAsync(string file, CqlDialect? dialect, CancellationToken cancellationToken) =>
        await EmbeddedCluster.OpenAsync(file, new EmbeddedOptions { Dialect = dialect }, cancellationToken).ConfigureAwait(false);

    private static IClusterProvider NoDriver() =>
        throw new MigrationException(
            ErrorCodes.ConfigurationInvalid,
            "contact points are set, but a program connects by its own session; set ScyllaMigrationsOptions.Connect, with the driver package: session.AsMigrationClusterAsync()");

    private sealed record Opened(MigrationSetup Setup, ICluster Cluster, MigrationManager Manager);
}
