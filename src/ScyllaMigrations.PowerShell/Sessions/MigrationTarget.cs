using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.PowerShell.Sessions;

/// <summary>The migrations of a folder on a cluster, ready to work with. A connection that was opened for it is closed with it; a session stays open.</summary>
internal sealed class MigrationTarget
{
    private readonly ICluster? _own;

    public MigrationTarget(MigrationManager manager, string cluster, string folder, MigrationOptions options, ICluster? own)
    {
        Manager = manager;
        Cluster = cluster;
        Folder = folder;
        Options = options;
        _own = own;
    }

    /// <summary>The library's manager.</summary>
    public MigrationManager Manager { get; }

    /// <summary>The cluster's name.</summary>
    public string Cluster { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Configured habits, such as a backup before anything changes.</summary>
    public MigrationOptions Options { get; }

    public Task CloseAsync() => _own is null ? Task.CompletedTask : _own.DisposeAsync().AsTask();
}
