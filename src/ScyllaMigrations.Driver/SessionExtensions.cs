using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Cassandra;
using ScyllaMigrations.Clusters;
using ICluster = ScyllaMigrations.Clusters.ICluster;

namespace ScyllaMigrations.Driver;

/// <summary>For programs that have a session of the driver already.</summary>
public static class SessionExtensions
{
    /// <summary>
    /// Makes a session the cluster that migrations go to, by asking it what it is. The session stays the program's: disposing the cluster leaves it open.
    /// </summary>
    /// <remarks>
    /// What the session's own settings decide: writes of migrations get the session's client timestamps where it makes some; a request pinned to a host that
    /// its load balancing policy ignores is not sent (ConnectionFailed); columns of user types can be read only where the session maps none of them to a class,
    /// and their values are then read as the driver hands them out. A cluster of <see cref="CassandraClusterProvider"/> has none of these limits.
    /// </remarks>
    /// <param name="session">A connected session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Diagnostics.MigrationException">ConnectionFailed: no host of the session can be asked.</exception>
    public static Task<ICluster> AsMigrationClusterAsync(this ISession session, CancellationToken cancellationToken = default)
    {
        if (session is null)
        {
            throw new ArgumentNullException(nameof(session));
        }

        string[] addresses = [.. session.Cluster.AllHosts().Select(host => host.Address.ToString()).OrderBy(address => address, StringComparer.Ordinal)];
        ClusterOptions options = new() { ContactPoints = addresses };
        return CassandraCluster.OpenAsync(session, string.Join(",", addresses), null, options, owned: false, cancellationToken);
    }
}
