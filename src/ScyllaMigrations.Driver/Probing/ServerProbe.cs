using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ICluster = Cassandra.ICluster;

namespace ScyllaMigrations.Driver.Probing;

/// <summary>Finds out what a cluster is by asking one of its hosts.</summary>
internal sealed class ServerProbe
{
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(2);
    private static readonly Regex MajorMinor = new("^[0-9]+\\.[0-9]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly ICluster _cluster;
    private readonly ICqlSession _session;

    public ServerProbe(ICluster cluster, ICqlSession session)
    {
        _cluster = cluster;
        _session = session;
    }

    /// <summary>Asks.</summary>
    /// <param name="localDataCenter">The session's local data centre; null for that of the host that answers.</param>
    /// <param name="dialect">The dialect to use instead of the one found.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid: there is no dialect of the given name.</exception>
    public async Task<ClusterCapabilities> ProbeAsync(string? localDataCenter, string? dialect, CancellationToken cancellationToken)
    {
        CqlRow local = (await AskAsync("SELECT * FROM system.local WHERE key = 'local'", null, cancellationToken).ConfigureAwait(false)).Rows[0];
        Guid? first = local.Get<Guid>("host_id");
        string? scyllaVersion = await ScyllaVersionAsync(first, cancellationToken).ConfigureAwait(false);
        ServerProduct product = scyllaVersion is null ? ServerProduct.Cassandra : ServerProduct.Scylla;
        string release = scyllaVersion is { Length: > 0 } ? scyllaVersion : local.Get<string>("release_version") ?? "0.0";
        Version version = ParseVersion(release);
        ServerFeatures? features = await new FeatureReader(_session).ReadAsync(product, first, cancellationToken).ConfigureAwait(false);
        CqlDialect found = dialect is null ? CqlDialect.ForServer(product, release) : Named(dialect);
        return new ClusterCapabilities
        {
            Dialect = features is null || found.Product != product ? found : found with { Features = features },
            ReleaseVersion = release,
            Hosts = await HostsAsync(local, first, cancellationToken).ConfigureAwait(false),
            LocalDataCenter = localDataCenter ?? local.Get<string>("data_center") ?? string.Empty,
            Partitioner = local.Get<string>("partitioner") ?? string.Empty,

            // From 5.1 on, Cassandra orders schema changes in a log of its own (CEP-21); Scylla orders them by Raft.
            GossipsSchema = product == ServerProduct.Cassandra && version < new Version(5, 1),
        };
    }

    // Scylla's release_version names the Cassandra version that it imitates; its own is in system.versions.
    private async Task<string?> ScyllaVersionAsync(Guid? host, CancellationToken cancellationToken)
    {
        CqlResult marker = await AskAsync(
            "SELECT table_name FROM system_schema.tables WHERE keyspace_name = 'system_schema' AND table_name = 'scylla_tables'", host, cancellationToken).ConfigureAwait(false);
        if (marker.Rows.Count == 0)
        {
            return null;
        }

        CqlResult? versions = await TryAskAsync("SELECT version FROM system.versions WHERE key = 'local'", host, cancellationToken).ConfigureAwait(false);
        return versions is { Rows.Count: > 0 } ? versions.Rows[0].Get<string>("version") : string.Empty;
    }

    private async Task<IReadOnlyList<ClusterHost>> HostsAsync(CqlRow local, Guid? asked, CancellationToken cancellationToken)
    {
        CqlResult peers = await AskAsync("SELECT * FROM system.peers", asked, cancellationToken).ConfigureAwait(false);
        Dictionary<Guid, Host> known = _cluster.AllHosts().GroupBy(host => host.HostId).ToDictionary(group => group.Key, group => group.First());
        IEnumerable<Task<ClusterHost>> hosts = new[] { local }.Concat(peers.Rows)
            .Where(row => row["host_id"] is Guid)
            .Select(row => DescribeAsync(row, known, asked, cancellationToken));
        return [.. (await Task.WhenAll(hosts).ConfigureAwait(false)).OrderBy(host => host.Id.ToString(), StringComparer.Ordinal)];
    }

    private async Task<ClusterHost> DescribeAsync(CqlRow row, Dictionary<Guid, Host> known, Guid? asked, CancellationToken cancellationToken)
    {
        Guid id = row.Get<Guid>("host_id");
        bool isKnown = known.TryGetValue(id, out Host? host);

        // The driver takes a host for up until a connection to it fails, so each is asked once.
        bool isUp = isKnown && (id == asked || await TryAskAsync("SELECT key FROM system.local", id, cancellationToken).ConfigureAwait(false) is not null);
        return new ClusterHost(
            id,
            isKnown ? host!.Address.ToString() : string.Format(CultureInfo.InvariantCulture, "{0}", row["rpc_address"]),
            row.Get<string>("data_center") ?? string.Empty,
            row.Get<string>("rack") ?? string.Empty,
            row.Get<string>("release_version") ?? string.Empty,
            isUp);
    }

    private Task<CqlResult> AskAsync(string cql, Guid? host, CancellationToken cancellationToken) =>
        _session.ExecuteAsync(new CqlRequest(cql) { Consistency = Clusters.ConsistencyLevel.One, Host = host, Idempotent = true }, cancellationToken);

    private async Task<CqlResult?> TryAskAsync(string cql, Guid? host, CancellationToken cancellationToken)
    {
        try
        {
            CqlRequest request = new(cql) { Consistency = Clusters.ConsistencyLevel.One, Host = host, Timeout = PingTimeout };
            return await _session.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrationException)
        {
            return null;
        }
    }

    private static Version ParseVersion(string release) =>
        MajorMinor.Match(release) is { Success: true } match ? new Version(match.Value) : new Version(0, 0);

    private static CqlDialect Named(string name) =>
        CqlDialect.TryParse(name, out CqlDialect? dialect)
            ? dialect!
            : throw new MigrationException(
                ErrorCodes.ConfigurationInvalid,
                $"'{name}' is no known dialect; expected one of {string.Join(", ", CqlDialect.Known.Select(known => known.Name))}");
}
