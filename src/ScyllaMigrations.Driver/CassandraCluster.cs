using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Driver.Probing;
using ICluster = ScyllaMigrations.Clusters.ICluster;

namespace ScyllaMigrations.Driver;

/// <summary>A cluster of servers behind a session of the driver.</summary>
internal sealed class CassandraCluster : ICluster
{
    private readonly ISession _session;
    private readonly bool _owned;

    private CassandraCluster(ISession session, CassandraSession port, string name, ClusterCapabilities capabilities, bool owned)
    {
        _session = session;
        Session = port;
        Name = name;
        Capabilities = capabilities;
        _owned = owned;
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public ClusterCapabilities Capabilities { get; }

    /// <inheritdoc />
    public ICqlSession Session { get; }

    /// <summary>Asks the cluster what it is.</summary>
    public static async Task<ICluster> OpenAsync(
        ISession session, string name, string? localDataCenter, ClusterOptions options, bool owned, CancellationToken cancellationToken)
    {
        CassandraSession port = new(session, options.RequestTimeout);
        ClusterCapabilities capabilities = await new ServerProbe(session.Cluster, port)
            .ProbeAsync(localDataCenter, options.Dialect, cancellationToken).ConfigureAwait(false);
        return new CassandraCluster(session, port, name, capabilities, owned);
    }

    /// <inheritdoc />
    /// <remarks>
    /// system.local of one host, and its system.peers for the others. A host that this session knows to be down is left out, because its row keeps
    /// the version of the time when it died; so is one that is not a member of the ring any more.
    /// </remarks>
    public async Task<SchemaAgreement> GetSchemaAgreementAsync(CancellationToken cancellationToken)
    {
        CqlResult local = await Session.ExecuteAsync(Ask("SELECT host_id, schema_version FROM system.local WHERE key = 'local'"), cancellationToken).ConfigureAwait(false);
        CqlResult peers = await Session
            .ExecuteAsync(Ask("SELECT host_id, schema_version FROM system.peers") with { Host = local.Host }, cancellationToken).ConfigureAwait(false);
        Dictionary<Guid, Host> up = _session.Cluster.AllHosts().Where(host => host.IsUp).GroupBy(host => host.HostId).ToDictionary(group => group.Key, group => group.First());
        Dictionary<Guid, List<string>> versions = [];
        foreach (CqlRow row in local.Rows.Concat(peers.Rows))
        {
            if (row["host_id"] is Guid id && row["schema_version"] is Guid version && up.TryGetValue(id, out Host? host))
            {
                if (!versions.TryGetValue(version, out List<string>? addresses))
                {
                    versions.Add(version, addresses = []);
                }

                addresses.Add(host.Address.ToString());
            }
        }

        return new SchemaAgreement(versions.Count == 1, versions.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value));
    }

    /// <inheritdoc />
    public Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(NoLock.Instance);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_owned)
        {
            await _session.Cluster.ShutdownAsync().ConfigureAwait(false);
        }
    }

    private static CqlRequest Ask(string cql) => new(cql) { Consistency = Clusters.ConsistencyLevel.One, Idempotent = true };

    private sealed class NoLock : IAsyncDisposable
    {
        public static NoLock Instance { get; } = new();

        public ValueTask DisposeAsync() => default;
    }
}
