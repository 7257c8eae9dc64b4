using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Execution;

/// <summary>
/// Connects to the cluster that the settings name, the same way for every host. The makes of cluster are handed in, because the library knows none of them: the
/// embedded one lives above it, the driver is loaded at run time and only when it is needed.
/// </summary>
public sealed class ClusterSelector
{
    private readonly Func<string, CqlDialect?, CancellationToken, Task<ICluster>> _openEmbedded;
    private readonly Func<IClusterProvider> _loadDriver;

    /// <summary>Makes a selector.</summary>
    /// <param name="openEmbedded">Opens an embedded cluster: its file, and the dialect for a new one or null.</param>
    /// <param name="loadDriver">Loads the driver; throws a <see cref="MigrationException"/> DriverNotFound where there is none.</param>
    public ClusterSelector(Func<string, CqlDialect?, CancellationToken, Task<ICluster>> openEmbedded, Func<IClusterProvider> loadDriver)
    {
        _openEmbedded = openEmbedded;
        _loadDriver = loadDriver;
    }

    /// <summary>Connects. Without any cluster in the settings there is an error, never an embedded cluster by default.</summary>
    /// <param name="settings">The settings that hold.</param>
    /// <param name="cancellationToken">Ends connecting.</param>
    /// <exception cref="MigrationException">ClusterNotGiven, DriverNotFound, ConnectionFailed, EmbeddedFileInvalid.</exception>
    public Task<ICluster> ConnectAsync(EffectiveSettings settings, CancellationToken cancellationToken) => settings switch
    {
        { Embedded: { } file } => _openEmbedded(file, settings.Dialect, cancellationToken),
        // Falling back to an open connection would send the password in clear.
        { Cluster: not null, Tls: not null } => throw new MigrationException(
            ErrorCodes.ConfigurationInvalid, "TLS is switched on, but this version cannot connect by TLS; nothing was sent"),
        { Cluster: { } options } => _loadDriver().ConnectAsync(options, cancellationToken),
        _ => throw new MigrationException(ErrorCodes.ClusterNotGiven, "no cluster is given"),
    };
}
