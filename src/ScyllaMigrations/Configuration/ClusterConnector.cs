using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Configuration;

/// <summary>Opens the cluster that settings name, the same way for every host. What only a host has (the embedded cluster, a driver loader) it is given.</summary>
public sealed class ClusterConnector
{
    /// <summary>Opens an embedded cluster by its file; a missing file is an empty cluster.</summary>
    public required Func<string, CancellationToken, Task<ICluster>> OpenEmbedded { get; init; }

    /// <summary>Makes the driver loader; called only when a server is to be connected.</summary>
    public required Func<IDriverLoader> DriverLoader { get; init; }

    /// <summary>The runtime of this process.</summary>
    public required DriverEdition Edition { get; init; }

    /// <summary>Where the host's own assembly lies.</summary>
    public required string StartDirectory { get; init; }

    /// <summary>Reads environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The driver's folder, where the caller gave one.</summary>
    public string? DriverPath { get; init; }

    /// <summary>Opens the cluster.</summary>
    /// <param name="settings">The settings that hold.</param>
    /// <param name="cancellationToken">Ends connecting.</param>
    /// <exception cref="MigrationException">
    /// ClusterNotGiven: the settings name no cluster; there is never a silent embedded run. DriverNotFound, ConnectionFailed, EmbeddedFileInvalid: it cannot be opened.
    /// </exception>
    public async Task<ICluster> ConnectAsync(EffectiveSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Embedded is not null)
        {
            return await OpenEmbedded(settings.Embedded, cancellationToken).ConfigureAwait(false);
        }

        if (settings.Cluster is null)
        {
            throw new MigrationException(ErrorCodes.ClusterNotGiven, "No cluster is given: neither as parameter, nor in the environment, nor in " + ConfigurationFile.Name + ".");
        }

        DriverFolder folder = DriverFolder.Find(DriverPath, Variable, StartDirectory, Edition);
        return await DriverLoader().Load(folder).ConnectAsync(settings.Cluster, cancellationToken).ConfigureAwait(false);
    }
}
