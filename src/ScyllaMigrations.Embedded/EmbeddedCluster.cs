using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Embedded.Log;

namespace ScyllaMigrations.Embedded;

/// <summary>
/// A cluster of one node on a file or in memory. The file is a readable log of CQL; one process writes it at a time, others may read beside it.
/// A statement that was acknowledged lies on the disk.
/// </summary>
public sealed class EmbeddedCluster : ICluster
{
    private readonly EmbeddedSession _session;

    private EmbeddedCluster(string name, CqlDialect dialect, EmbeddedOptions options, LogStore? store, WriterLock? writerLock)
    {
        Name = name;
        Capabilities = new ClusterCapabilities
        {
            Dialect = dialect,
            ReleaseVersion = EmbeddedHost.ReleaseVersion(dialect),
            Hosts = [Host(dialect)],
            LocalDataCenter = EmbeddedHost.DataCenter,
            GossipsSchema = false,
            HasWriterLock = true,
            HasAnyDataCenter = options.AnyDataCenter,
        };
        _session = new EmbeddedSession(dialect, options, store, writerLock);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ClusterCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public ICqlSession Session => _session;

    /// <summary>What was odd in the file: a last record that was never finished, and so never acknowledged, is left out.</summary>
    public IReadOnlyList<string> Warnings => _session.Warnings;

    /// <summary>The schema as it was after the last statement.</summary>
    public Cql.Schema.ClusterSchema Schema => _session.Schema;

    /// <summary>Opens a file. A missing one is an empty cluster; the first write makes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to open it; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="MigrationException">
    /// EmbeddedFileInvalid: the file is damaged or is something else; file and line are named and nothing was changed.
    /// ConnectionFailed: it cannot be read. ConfigurationInvalid: it was made with another dialect.
    /// </exception>
    public static async Task<EmbeddedCluster> OpenAsync(string path, EmbeddedOptions? options, CancellationToken cancellationToken)
    {
        _ = path ?? throw new ArgumentNullException(nameof(path));
        EmbeddedOptions chosen = options ?? new EmbeddedOptions();
        string full = Path.GetFullPath(path);
        string name = Path.GetFileName(full);
        if (name.Length == 0)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"'{path}' names a folder, not a file for an embedded cluster.");
        }

        ILogDirectory directory = chosen.Directory ?? new DiskDirectory(Path.GetDirectoryName(full)!);
        LogStore store = new(directory, name, path);
        CqlDialect dialect = store.ReadDialect() is { } made ? Agreed(path, made, chosen.Dialect) : chosen.Dialect ?? CqlDialect.Cassandra50;
        store.NewDialect = dialect.Name;
        EmbeddedCluster cluster = new("embedded:" + path, dialect, chosen, store, new WriterLock(directory, name, path, chosen.Clock));
        await cluster._session.LoadAsync(cancellationToken).ConfigureAwait(false);
        return cluster;
    }

    /// <summary>An empty cluster that lives in memory alone.</summary>
    /// <param name="options">How to make it; null for the defaults.</param>
    public static EmbeddedCluster InMemory(EmbeddedOptions? options = null)
    {
        EmbeddedOptions chosen = options ?? new EmbeddedOptions();
        return new EmbeddedCluster("embedded:memory", chosen.Dialect ?? CqlDialect.Cassandra50, chosen, store: null, writerLock: null);
    }

    /// <inheritdoc/>
    public async Task<SchemaAgreement> GetSchemaAgreementAsync(CancellationToken cancellationToken)
    {
        Guid version = await _session.GetSchemaVersionAsync(cancellationToken).ConfigureAwait(false);
        return new SchemaAgreement(true, new Dictionary<Guid, IReadOnlyList<string>> { [version] = Capabilities.Hosts.Select(h => h.Address).ToArray() });
    }

    /// <inheritdoc/>
    public Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        _session.EnterWriterAsync(wait, cancellationToken);

    /// <summary>Writes the log anew as the statements that make its present state, and drops what is of no use any more. Happens by itself when it pays.</summary>
    /// <param name="cancellationToken">Ends the wait for the right to write.</param>
    /// <exception cref="MigrationException">LeaseHeld: another process writes.</exception>
    public Task CompactAsync(CancellationToken cancellationToken) => _session.CompactAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return default;
    }

    private static ClusterHost Host(CqlDialect dialect) =>
        new(EmbeddedHost.Id, "127.0.0.1", EmbeddedHost.DataCenter, EmbeddedHost.Rack, EmbeddedHost.ReleaseVersion(dialect), true);

    private static CqlDialect Agreed(string path, string made, CqlDialect? wanted)
    {
        if (wanted is not null)
        {
            return wanted.Name == made
                ? wanted
                : throw new MigrationException(
                    ErrorCodes.ConfigurationInvalid, $"{path} was made with the dialect {made}, not with {wanted.Name}; leave the dialect out or use another file.")
                {
                    Subject = path,
                };
        }

        return CqlDialect.TryParse(made, out CqlDialect? known)
            ? known!
            : throw LogErrors.Invalid(path, 1, $"the dialect '{made}' is not known to this program");
    }
}
