using System;
using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Clusters;

/// <summary>A connected cluster: where migrations go.</summary>
public interface ICluster : IAsyncDisposable
{
    /// <summary>What results show: <c>embedded:FILE</c>, <c>embedded:memory</c>, or the contact points as <c>host:port,host:port</c>.</summary>
    string Name { get; }

    /// <summary>What the cluster is, as found when it was connected.</summary>
    ClusterCapabilities Capabilities { get; }

    /// <summary>Sends statements.</summary>
    ICqlSession Session { get; }

    /// <summary>Asks every node that is up for its schema version.</summary>
    Task<SchemaAgreement> GetSchemaAgreementAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes the right to write for one run. On an embedded file it is an exclusive lock across processes; a real cluster gives it at once, because there
    /// the lease decides. Dispose to give it back. Writing to an embedded file without it takes it for the one statement.
    /// </summary>
    /// <param name="wait">How long to wait for another writer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Diagnostics.MigrationException">LeaseHeld: another process still writes after <paramref name="wait"/>; names it.</exception>
    Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, CancellationToken cancellationToken);
}
