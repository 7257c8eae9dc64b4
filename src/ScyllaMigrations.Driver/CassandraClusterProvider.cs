using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Driver.Connecting;
using ScyllaMigrations.Driver.Requests;
using ICluster = ScyllaMigrations.Clusters.ICluster;

namespace ScyllaMigrations.Driver;

/// <summary>Connects to ScyllaDB and Apache Cassandra by way of the C# driver.</summary>
public sealed class CassandraClusterProvider : IClusterProvider
{
    /// <inheritdoc />
    /// <exception cref="MigrationException">ConnectionFailed, with each host and its reason on further lines; ConfigurationInvalid for a contact point or dialect that is none.</exception>
    public async Task<ICluster> ConnectAsync(ClusterOptions options, CancellationToken cancellationToken)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        IReadOnlyList<ContactPoint> points = ContactPoint.ParseAll(options);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ConnectTimeout);
        try
        {
            return await ConnectAsync(options, points, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw ConnectionFailure.Make(e, points.Select(point => $"  {point}: no answer within {options.ConnectTimeout.TotalSeconds:0.###} s"));
        }
    }

    private static async Task<ICluster> ConnectAsync(ClusterOptions options, IReadOnlyList<ContactPoint> points, CancellationToken cancellationToken)
    {
        (List<IPEndPoint> endPoints, List<string> unresolved) = await ResolveAsync(points, cancellationToken).ConfigureAwait(false);
        LocalFirstPolicy balancing = new(options.LocalDataCenter, endPoints);
        Cluster cluster = ClusterBuilder.Build(options, endPoints, balancing);
        try
        {
            ISession session = await cluster.ConnectAsync().OrCancelAsync(cancellationToken).ConfigureAwait(false);
            return await CassandraCluster
                .OpenAsync(session, string.Join(",", points), balancing.LocalDataCenter, options, owned: true, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Without waiting: a connection that hangs would hold the error back.
            _ = cluster.ShutdownAsync();
            throw e switch
            {
                OperationCanceledException or MigrationException => e,
                NoHostAvailableException none => ConnectionFailure.Make(none, [.. ConnectionFailure.Reasons(none), .. unresolved]),
                UnknownDataCenterException => ConnectionFailure.Make(e, [$"  {e.Message}"]),
                _ => ConnectionFailure.Make(e, [.. endPoints.Select(point => ConnectionFailure.Line(point, e)), .. unresolved]),
            };
        }
    }

    private static async Task<(List<IPEndPoint> EndPoints, List<string> Unresolved)> ResolveAsync(
        IReadOnlyList<ContactPoint> points, CancellationToken cancellationToken)
    {
        List<IPEndPoint> endPoints = [];
        List<string> unresolved = [];
        foreach (ContactPoint point in points)
        {
            try
            {
                endPoints.AddRange(await point.ResolveAsync().OrCancelAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (SocketException e)
            {
                unresolved.Add($"  {point}: the name cannot be resolved ({e.Message})");
            }
        }

        return endPoints.Count > 0 ? (endPoints, unresolved) : throw ConnectionFailure.Make(null, unresolved);
    }
}
