using System;
using System.Collections.Generic;
using System.Net;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Driver.Values;

namespace ScyllaMigrations.Driver.Connecting;

/// <summary>The driver's settings for migrations: few connections, no metadata of schemas and tokens, nothing retried, agreement left to us.</summary>
internal static class ClusterBuilder
{
    public static Cluster Build(ClusterOptions options, IReadOnlyList<IPEndPoint> endPoints, LocalFirstPolicy balancing)
    {
        // Half the time for one host leaves the other half for the next.
        int connectMillis = (int)Math.Min(Math.Max(options.ConnectTimeout.TotalMilliseconds / 2, 500), 30_000);
        Builder builder = Cluster.Builder()
            .WithPort(endPoints[0].Port) // For nodes that do not tell theirs; it comes first, because it overwrites those of contact points added before.
            .AddContactPoints(endPoints)
            .WithApplicationName("ScyllaMigrations")
            .WithLoadBalancingPolicy(balancing)
            .WithReconnectionPolicy(new ConstantReconnectionPolicy(1000))
            .WithRetryPolicy(new Requests.RetryOnce(idempotent: false, pinned: false))
            .WithTimestampGenerator(new ServerTimestamps())
            .WithMetadataSyncOptions(new MetadataSyncOptions().SetMetadataSyncEnabled(false))
            .WithMaxSchemaAgreementWaitSeconds(1)
            .WithMonitorReporting(false)
            .WithTypeSerializers(new Cassandra.Serialization.TypeSerializerDefinitions().Define(new UserTypeSerializer()))
            .WithQueryOptions(new QueryOptions()
                .SetConsistencyLevel(Cassandra.ConsistencyLevel.LocalQuorum)
                .SetPrepareOnAllHosts(false)
                .SetReprepareOnUp(false))
            .WithSocketOptions(new SocketOptions().SetConnectTimeoutMillis(connectMillis))
            .WithPoolingOptions(new PoolingOptions()
                .SetCoreConnectionsPerHost(HostDistance.Local, 1)
                .SetMaxConnectionsPerHost(HostDistance.Local, 1)
                .SetCoreConnectionsPerHost(HostDistance.Remote, 1)
                .SetMaxConnectionsPerHost(HostDistance.Remote, 1));
        if (options.Username is not null)
        {
            builder = builder.WithCredentials(options.Username, options.Password?.Reveal() ?? string.Empty);
        }

        return builder.Build();
    }
}
