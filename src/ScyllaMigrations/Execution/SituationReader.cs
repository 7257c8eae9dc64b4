using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Reads what is on a cluster and says what it means: fresh, ours, migrated by an older program, or nobody's.</summary>
internal sealed class SituationReader
{
    private readonly ClusterAccess _access;
    private readonly string _keyspace;

    public SituationReader(ClusterAccess access, string keyspace)
    {
        _access = access;
        _keyspace = keyspace;
    }

    /// <summary>Whether a keyspace holds anything but the tool's own tables.</summary>
    public static bool HasObjects(KeyspaceSchema keyspace) =>
        keyspace.Tables.Keys.Any(table => !OwnTables.IsOwn(table)) || keyspace.Views.Count > 0 || keyspace.Types.Count > 0 || keyspace.Functions.Count > 0;

    /// <summary>Reads all.</summary>
    /// <param name="adopting">True for the commands that take a keyspace over: then tables without history are no error.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="earlier">An earlier reading: its schema still holds while the nodes report the same version; null for none.</param>
    /// <exception cref="MigrationException">BaselineNeeded, HistoryInvalid.</exception>
    public async Task<Situation> ReadAsync(bool adopting, CancellationToken cancellationToken, Situation? earlier = null)
    {
        // Asked before the schema is read: what changes in between gives another version the next time.
        SchemaAgreement agreement = await _access.Cluster.GetSchemaAgreementAsync(cancellationToken).ConfigureAwait(false);
        Guid? version = agreement.InAgreement && agreement.Versions.Count == 1 ? agreement.Versions.Keys.First() : null;
        ClusterSchema raw = version is not null && earlier?.SchemaVersion == version
            ? earlier.Raw
            : await _access.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        (OwnTables tables, HistorySnapshot snapshot) = await FindHistoryAsync(raw, cancellationToken).ConfigureAwait(false);
        bool projectionExists = raw.FindTable(_keyspace, OwnTables.ProjectionName) is not null;
        IReadOnlyList<ProjectedVersion> projected = projectionExists
            ? await new Projection(_access.Session, tables, _access.Clock).ReadAsync(cancellationToken).ConfigureAwait(false)
            : [];
        bool started = snapshot.LastEntry > 0;
        IReadOnlyList<HistoryEntry> adopt = started ? [] : Adoption.Entries(tables, projected);
        Situation situation = new()
        {
            Keyspace = _keyspace,
            Tables = tables,
            Live = WithoutOwnTables(raw),
            Raw = raw,
            SchemaVersion = version,
            TablesExist = projectionExists && raw.FindTable(tables.HistoryKeyspace, OwnTables.HistoryName) is not null,
            Snapshot = snapshot,
            Projected = projected,
            ToAdopt = adopt,
            History = started ? snapshot.History : new MigrationHistory(ValueList.From(adopt)),
        };
        if (started)
        {
            Adoption.CheckProjection(tables, snapshot, projected);
        }
        else if (situation.HasObjects && adopt.Count == 0 && !adopting)
        {
            throw new MigrationException(
                ErrorCodes.BaselineNeeded,
                $"keyspace {_keyspace} on {_access.Cluster.Name} has tables, but no history of migrations: "
                    + string.Join(", ", situation.Live.FindKeyspace(_keyspace)!.Tables.Keys.Take(5))
                    + "\nNothing was sent. Say which version these tables are, with 'migration-cli adopt --version VERSION' (Import-ScyllaMigrationHistory).")
            {
                Subject = _keyspace,
            };
        }

        return situation;
    }

    private async Task<(OwnTables Tables, HistorySnapshot Snapshot)> FindHistoryAsync(ClusterSchema raw, CancellationToken cancellationToken)
    {
        string preferred = _access.Options.HistoryKeyspace ?? (RefusesLwt(raw) ? OwnTables.SeparateKeyspace(_keyspace) : _keyspace);
        List<(OwnTables Tables, HistorySnapshot Snapshot)> found = [];
        foreach (string place in new[] { preferred, _keyspace, OwnTables.SeparateKeyspace(_keyspace) }.Distinct())
        {
            if (raw.FindTable(place, OwnTables.HistoryName) is not null)
            {
                OwnTables tables = new(_keyspace, place);
                found.Add((tables, await new HistoryStore(new HistoryTable(_access.Session, tables, ConsistencyLevel.Serial)).ReadAsync(cancellationToken).ConfigureAwait(false)));
            }
        }

        List<(OwnTables Tables, HistorySnapshot Snapshot)> used = [.. found.Where(place => place.Snapshot.LastEntry > 0)];
        return used.Count switch
        {
            0 => found.Count > 0 ? found[0] : (new OwnTables(_keyspace, preferred), HistorySnapshot.Empty),
            1 => used[0],
            _ => throw new MigrationException(
                ErrorCodes.HistoryInvalid,
                $"keyspace {_keyspace} has two histories: {string.Join(" and ", used.Select(place => place.Tables.History))}\nDrop the one that is not true.")
            {
                Subject = _keyspace,
            },
        };
    }

    // Scylla 6.0 to 2025.3: "LWT is not yet supported with tablets" (docs/architecture/tablets.rst).
    private bool RefusesLwt(ClusterSchema raw)
    {
        CqlDialect dialect = _access.Capabilities.Dialect;
        bool tablets = raw.FindKeyspace(_keyspace)?.Tablets is { } options
            ? options.Find("enabled") != "false"
            : raw.FindKeyspace(_keyspace) is null && dialect.Features.Tablets;
        return dialect.IsScylla && !dialect.Is(ServerProduct.Scylla, 2025, 4) && dialect.Is(ServerProduct.Scylla, 6, 0) && tablets;
    }

    private ClusterSchema WithoutOwnTables(ClusterSchema raw)
    {
        ClusterSchema schema = raw;
        foreach (KeyspaceSchema keyspace in raw.Keyspaces.Values)
        {
            if (keyspace.Name == OwnTables.SeparateKeyspace(_keyspace) || keyspace.Name == _access.Options.HistoryKeyspace)
            {
                schema = keyspace.Name == _keyspace ? schema : schema with { Keyspaces = schema.Keyspaces.Remove(keyspace.Name) };
            }

            if (keyspace.Name == _keyspace)
            {
                schema = schema.With(keyspace.WithoutTable(OwnTables.HistoryName).WithoutTable(OwnTables.ProjectionName));
            }
        }

        return schema;
    }
}
