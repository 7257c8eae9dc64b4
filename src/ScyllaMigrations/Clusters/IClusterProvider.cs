using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Clusters;

/// <summary>Connects to one make of cluster. The driver adapter's only public entry: hosts load it at run time and create it by its parameterless constructor.</summary>
public interface IClusterProvider
{
    /// <summary>Connects.</summary>
    /// <exception cref="Diagnostics.MigrationException">ConnectionFailed, with each host and its reason on further lines.</exception>
    Task<ICluster> ConnectAsync(ClusterOptions options, CancellationToken cancellationToken);
}
