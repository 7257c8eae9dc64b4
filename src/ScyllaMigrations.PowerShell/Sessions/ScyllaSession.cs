using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.PowerShell.Sessions;

/// <summary>An open connection to a cluster. Safe to hand to other runspaces: <c>$using:session</c>.</summary>
public sealed class ScyllaSession
{
    private int _closed;

    internal ScyllaSession(ICluster connection)
    {
        Connection = connection;
        Hosts = [.. connection.Capabilities.Hosts.Select(host => host.Address)];
    }

    /// <summary>The cluster: <c>embedded:FILE</c> or its contact points.</summary>
    public string Cluster => Connection.Name;

    /// <summary>The dialect that it speaks.</summary>
    public string Dialect => Connection.Capabilities.Dialect.ToString();

    /// <summary>The release that it reports.</summary>
    public string ReleaseVersion => Connection.Capabilities.ReleaseVersion;

    /// <summary>The data centre that the session prefers.</summary>
    public string LocalDataCenter => Connection.Capabilities.LocalDataCenter;

    /// <summary>Addresses of all nodes.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>False once it was disconnected.</summary>
    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    internal ICluster Connection { get; }

    /// <inheritdoc />
    public override string ToString() => Cluster;

    internal async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            await Connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
