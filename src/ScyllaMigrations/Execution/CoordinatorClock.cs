using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Execution;

/// <summary>
/// On clusters that gossip their schema, changes are ordered by wall clock: a coordinator whose clock lies behind the newest write in <c>system_schema</c> would
/// have its changes lost, however they are answered.
/// </summary>
internal sealed class CoordinatorClock
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    // One column of each table that is never null.
    private static readonly (string Table, string Column)[] Written =
        [("keyspaces", "durable_writes"), ("tables", "comment"), ("columns", "type"), ("indexes", "kind"), ("views", "base_table_name"), ("types", "field_names")];

    private readonly ClusterAccess _access;
    private readonly string _keyspace;

    public CoordinatorClock(ClusterAccess access, string keyspace)
    {
        _access = access;
        _keyspace = keyspace;
    }

    /// <summary>Waits once where the coordinator's clock lies behind, then refuses and names it.</summary>
    /// <param name="refusals">Who refuses.</param>
    /// <param name="live">The live schema, for the times of dropped columns.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task CheckAsync(Refusals refusals, ClusterSchema live, CancellationToken cancellationToken)
    {
        if (!_access.PinIds || _access.Capabilities.HasWriterLock)
        {
            return;
        }

        long behind = await BehindAsync(live, cancellationToken).ConfigureAwait(false);
        if (behind > 0)
        {
            await _access.Clock.DelayAsync(Wait, cancellationToken).ConfigureAwait(false);
            behind = await BehindAsync(live, cancellationToken).ConfigureAwait(false);
        }

        if (behind > 0)
        {
            ClusterHost? host = _access.Capabilities.Hosts.FirstOrDefault(candidate => candidate.Id == _access.Coordinator);
            refusals.Refuse(
                Refusals.Clock,
                $"the clock of node {host?.Address ?? _access.Cluster.Name} lies {behind / 1e6:0.###} s behind the newest change of keyspace {_keyspace}: "
                    + "changes sent now would be lost without an error\nSet the clocks of the nodes right.");
        }
    }

    /// <summary>Microseconds that the coordinator's clock lies behind the newest write; not positive when it does not.</summary>
    private async Task<long> BehindAsync(ClusterSchema live, CancellationToken cancellationToken)
    {
        long newest = live.FindKeyspace(_keyspace)?.Tables.Values.SelectMany(table => table.DroppedColumns.Values).Select(column => column.DroppedTimeMicros ?? 0).DefaultIfEmpty(0).Max() ?? 0;
        foreach ((string table, string column) in Written)
        {
            CqlResult result = await _access.Session.ExecuteAsync(
                new CqlRequest($"SELECT WRITETIME({column}) AS written FROM system_schema.{table} WHERE keyspace_name = ?", [_keyspace])
                {
                    Host = _access.Coordinator,
                    Consistency = ConsistencyLevel.One,
                    Idempotent = true,
                },
                cancellationToken).ConfigureAwait(false);
            newest = Math.Max(newest, result.Rows.Select(row => row.Get<long?>("written") ?? 0).DefaultIfEmpty(0).Max());
        }

        // The clock is told in milliseconds, cut off.
        return newest - await WriteTime.NowAsync(_access, cancellationToken).ConfigureAwait(false) - 999;
    }
}
