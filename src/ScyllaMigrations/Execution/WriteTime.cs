using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Execution;

/// <summary>Timestamps of the rows that migrations write: journaled before they are sent, so that a replay overwrites nothing newer.</summary>
internal static class WriteTime
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Microseconds since 1970.</summary>
    public static long Micros(DateTimeOffset time) => (time - Epoch).Ticks / 10;

    /// <summary>A timestamp above the coordinator's clock and the drop times of all columns: a cell stamped before its column's drop reads null.</summary>
    public static async Task<long> NextAsync(ClusterAccess access, ClusterSchema live, CancellationToken cancellationToken)
    {
        long now = await NowAsync(access, cancellationToken).ConfigureAwait(false);
        long dropped = live.Keyspaces.Values
            .SelectMany(keyspace => keyspace.Tables.Values)
            .SelectMany(table => table.DroppedColumns.Values)
            .Select(column => column.DroppedTimeMicros ?? 0)
            .DefaultIfEmpty(0)
            .Max();

        // Drop times are read in milliseconds but compared in microseconds.
        return Math.Max(now, dropped + 1000) + 1;
    }

    /// <summary>The coordinator's clock in microseconds since 1970.</summary>
    public static async Task<long> NowAsync(ClusterAccess access, CancellationToken cancellationToken)
    {
        if (access.Capabilities.HasWriterLock)
        {
            // An embedded file is this process; there is no other clock.
            return Micros(access.Clock.UtcNow);
        }

        CqlResult result = await access.Session.ExecuteAsync(
            new CqlRequest("SELECT toTimestamp(now()) AS now FROM system.local") { Host = access.Coordinator, Idempotent = true, Consistency = ConsistencyLevel.One },
            cancellationToken).ConfigureAwait(false);
        return Micros(result.Rows[0].Get<DateTimeOffset>("now"));
    }
}
