using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Creates what has to be there before a lease can be taken: the keyspace, and the tool's own tables in it.</summary>
internal sealed class KeyspaceSetup
{
    private readonly ClusterAccess _access;

    public KeyspaceSetup(ClusterAccess access) => _access = access;

    /// <summary>Creates what is missing, and waits for agreement.</summary>
    /// <param name="situation">What was found.</param>
    /// <param name="plan">The plan; its creation of the keyspace is sent first, alone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">ReplicationNotGiven: the keyspace is missing and nothing says how to create it.</exception>
    public async Task PrepareAsync(Situation situation, MigrationPlan? plan, CancellationToken cancellationToken)
    {
        if (situation.KeyspaceExists && situation.TablesExist)
        {
            return;
        }

        if (!situation.KeyspaceExists)
        {
            await _access.CreateIfMissingAsync(KeyspaceStatement(situation, plan), cancellationToken).ConfigureAwait(false);
            await _access.AgreeAsync(cancellationToken).ConfigureAwait(false);
        }

        if (situation.Tables.HistoryKeyspace != situation.Keyspace)
        {
            await CreateHistoryKeyspaceAsync(situation, cancellationToken).ConfigureAwait(false);
        }

        foreach (string statement in situation.Tables.CreateStatements(_access.PinIds))
        {
            await _access.CreateIfMissingAsync(statement, cancellationToken).ConfigureAwait(false);
        }

        await _access.AgreeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The step of a plan that creates the keyspace itself; null for none.</summary>
    public static PlanStep? CreationStep(MigrationPlan? plan, string keyspace) =>
        plan?.Steps.FirstOrDefault(step => step.Statement is CreateKeyspaceStatement create && create.Name == keyspace);

    private string KeyspaceStatement(Situation situation, MigrationPlan? plan)
    {
        if (CreationStep(plan, situation.Keyspace) is { } step)
        {
            return step.Cql;
        }

        return _access.Options.Replication is { } replication
            ? $"CREATE KEYSPACE IF NOT EXISTS {CqlIdentifier.Quote(situation.Keyspace)} WITH replication = {replication}"
            : throw new MigrationException(
                ErrorCodes.ReplicationNotGiven,
                $"keyspace {situation.Keyspace} does not exist on {_access.Cluster.Name}, no pending migration creates it, and no replication is configured")
            {
                Subject = situation.Keyspace,
            };
    }

    // A keyspace of its own for history: replicated like the keyspace itself, without tablets where these refuse lightweight transactions.
    private async Task CreateHistoryKeyspaceAsync(Situation situation, CancellationToken cancellationToken)
    {
        ClusterSchema live = await _access.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        ReplicationSchema replication = live.FindKeyspace(situation.Keyspace)!.Replication;
        string options = string.Join(", ", replication.Options.Select(option => $"'{option.Key}': '{option.Value.Replace("'", "''")}'"));
        string tablets = _access.Capabilities.Dialect.IsScylla && _access.Capabilities.Dialect.Is(ServerProduct.Scylla, 6, 0) ? " AND tablets = {'enabled': false}" : string.Empty;
        await _access.CreateIfMissingAsync(
            $"CREATE KEYSPACE IF NOT EXISTS {CqlIdentifier.Quote(situation.Tables.HistoryKeyspace)} WITH replication = {{'class': '{replication.Class}'{(options.Length == 0 ? string.Empty : ", " + options)}}}{tablets}",
            cancellationToken).ConfigureAwait(false);
        await _access.AgreeAsync(cancellationToken).ConfigureAwait(false);
    }
}
