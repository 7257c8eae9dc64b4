using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Execution;

/// <summary>One cluster as a run uses it: one coordinator for schema changes, waiting for agreement, reading the live schema.</summary>
internal sealed class ClusterAccess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public ClusterAccess(ICluster cluster, MigrationManagerOptions options)
    {
        Cluster = cluster;
        Options = options;
        Session = new RetryingSession(new PromptSession(cluster.Session, options.Clock), options.Clock);
        Coordinator = ChooseCoordinator(cluster.Capabilities);
    }

    public ICluster Cluster { get; }

    public MigrationManagerOptions Options { get; }

    public ICqlSession Session { get; }

    public IClock Clock => Options.Clock;

    public ClusterCapabilities Capabilities => Cluster.Capabilities;

    /// <summary>The host that gets all schema changes of a run: the lowest host id that is up; null where there is only one.</summary>
    public Guid? Coordinator { get; }

    /// <summary>Whether table ids have to be drawn before they are created.</summary>
    public bool PinIds => Capabilities.GossipsSchema;

    /// <summary>What statements are simulated under.</summary>
    public SchemaContext Context(string keyspace)
    {
        PersistentMap<string, int> dataCenters = PersistentMap<string, int>.Empty;
        foreach (IGrouping<string, ClusterHost> hosts in Capabilities.Hosts.GroupBy(host => host.DataCenter))
        {
            dataCenters = dataCenters.Set(hosts.Key, hosts.Count());
        }

        return new SchemaContext(Capabilities.Dialect)
        {
            CurrentKeyspace = keyspace,
            Datacenters = dataCenters.Count == 0 ? null : dataCenters,
            OtherDatacenters = Capabilities.HasAnyDataCenter,
        };
    }

    /// <summary>Reads the live schema on the coordinator.</summary>
    public Task<ClusterSchema> ReadSchemaAsync(CancellationToken cancellationToken) =>
        new SchemaReader(Session, Capabilities.Dialect, Coordinator).ReadAsync(cancellationToken);

    /// <summary>Sends a schema change of the tool's own to the coordinator; where no answer comes it is sent again, which changes nothing.</summary>
    public async Task CreateIfMissingAsync(string cql, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await Session.ExecuteAsync(new CqlRequest(cql) { Host = Coordinator, Timeout = Options.StatementTimeout }, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (CqlServerException exception) when (exception.ServerCode == CqlError.AlreadyExists)
            {
                // Sent before without an answer, or another first runner was faster; what is there is looked at afterwards.
                return;
            }
            catch (AmbiguousRequestException) when (attempt < 5)
            {
                await Clock.DelayAsync(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until all nodes that are up report one schema version.</summary>
    /// <exception cref="MigrationException">TimedOut: they do not after the agreement timeout; names who reports what.</exception>
    public async Task AgreeAsync(CancellationToken cancellationToken)
    {
        TimeSpan start = Clock.Monotonic;
        while (true)
        {
            SchemaAgreement agreement = await Cluster.GetSchemaAgreementAsync(cancellationToken).ConfigureAwait(false);
            if (agreement.InAgreement)
            {
                return;
            }

            if (Clock.Monotonic - start >= Options.AgreementTimeout)
            {
                throw new MigrationException(
                    ErrorCodes.TimedOut,
                    $"the nodes of {Cluster.Name} do not agree on the schema after {Options.AgreementTimeout.TotalSeconds:0.###} s\n"
                        + string.Join("\n", agreement.Versions.Select(version => $"{version.Key}: {string.Join(", ", version.Value)}"))
                        + "\nLook at the nodes that stand apart before running again.");
            }

            await Clock.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Guid? ChooseCoordinator(ClusterCapabilities capabilities)
    {
        List<ClusterHost> up = [.. capabilities.Hosts.Where(host => host.IsUp).OrderBy(host => host.Id.ToString(), StringComparer.Ordinal)];
        return capabilities.Hosts.Count > 1 && up.Count > 0 ? up[0].Id : null;
    }
}
