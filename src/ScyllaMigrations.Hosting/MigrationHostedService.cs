using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ScyllaMigrations.Hosting;

/// <summary>Makes the schema ready while the program starts. When it cannot be made ready the program does not start.</summary>
internal sealed partial class MigrationHostedService : IHostedService
{
    private readonly ScyllaMigrationsOptions _options;
    private readonly MigrationHost _host;
    private readonly ILogger _logger;

    public MigrationHostedService(ScyllaMigrationsOptions options, MigrationHost host, ILogger<MigrationHostedService> logger)
    {
        _options = options;
        _host = host;
        _logger = logger;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.EnsureAtStart)
        {
            Execution.SchemaReadinessResult result = await _host.EnsureAsync(cancellationToken).ConfigureAwait(false);
            Ready(_logger, result.Keyspace, result.Cluster, result.CurrentVersion ?? "none", result.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(20, LogLevel.Information, "Keyspace {Keyspace} on {Cluster} is ready at version {Version}: {Message}")]
    private static partial void Ready(ILogger logger, string keyspace, string cluster, string version, string message);
}
