using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using Cassandra;

namespace ScyllaMigrations.Driver.Connecting;

/// <summary>
/// Sends requests to the hosts of the local data centre in turn. Other hosts count as remote, not as ignored, so that a request pinned to one of them reaches it.
/// </summary>
internal sealed class LocalFirstPolicy : ILoadBalancingPolicy
{
    private readonly string? _given;
    private readonly IReadOnlyList<IPEndPoint> _contactPoints;
    private ICluster? _cluster;
    private int _turn;

    public LocalFirstPolicy(string? localDataCenter, IReadOnlyList<IPEndPoint> contactPoints)
    {
        _given = localDataCenter;
        _contactPoints = contactPoints;
    }

    /// <summary>The data centre given, else that of the first contact point that is a host of the cluster.</summary>
    public string? LocalDataCenter { get; private set; }

    /// <exception cref="UnknownDataCenterException">No host is in the data centre given.</exception>
    public void Initialize(ICluster cluster)
    {
        _cluster = cluster;
        ICollection<Host> hosts = cluster.AllHosts();
        if (_given is not null && hosts.All(host => host.Datacenter != _given))
        {
            throw new UnknownDataCenterException(
                _given, [.. hosts.Select(host => host.Datacenter).Where(name => name is not null).Distinct().OrderBy(name => name, StringComparer.Ordinal)]);
        }

        LocalDataCenter = _given
            ?? _contactPoints.Select(point => hosts.FirstOrDefault(host => host.Address.Equals(point))?.Datacenter).FirstOrDefault(name => name is not null)
            ?? hosts.Select(host => host.Datacenter).FirstOrDefault(name => name is not null);
    }

    public HostDistance Distance(Host host) => IsLocal(host) ? HostDistance.Local : HostDistance.Remote;

    public IEnumerable<Host> NewQueryPlan(string keyspace, IStatement query)
    {
        Host[] local = [.. (_cluster?.AllHosts() ?? []).Where(host => host.IsUp && IsLocal(host))];
        int start = Interlocked.Increment(ref _turn) & int.MaxValue;
        for (int i = 0; i < local.Length; i++)
        {
            yield return local[(start + i) % local.Length];
        }
    }

    private bool IsLocal(Host host) => LocalDataCenter is null || host.Datacenter == LocalDataCenter;
}
