using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>The table <c>schema_version</c>, which other programs read: made to follow history.</summary>
internal sealed class Projection
{
    // A write that an earlier one with a clock ahead hides is repeated with ever later timestamps; Scylla refuses more than three days.
    private static readonly TimeSpan[] Ahead =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30), TimeSpan.FromHours(12), TimeSpan.FromHours(60),
    ];

    private readonly ICqlSession _session;
    private readonly OwnTables _tables;
    private readonly IClock _clock;

    public Projection(ICqlSession session, OwnTables tables, IClock clock)
    {
        _session = session;
        _tables = tables;
        _clock = clock;
    }

    /// <summary>Reads all rows.</summary>
    public async Task<IReadOnlyList<ProjectedVersion>> ReadAsync(CancellationToken cancellationToken)
    {
        CqlResult result = await _session.ExecuteAsync(
            new CqlRequest($"SELECT version, applied_at, comment FROM {_tables.Projection}") { Consistency = ConsistencyLevel.Quorum, Idempotent = true },
            cancellationToken).ConfigureAwait(false);
        return [.. result.Rows.Select(row => new ProjectedVersion(
            row.Get<string>("version") ?? string.Empty, row.Get<DateTimeOffset?>("applied_at"), row.Get<string>("comment")))];
    }

    /// <summary>The rows that history asks for.</summary>
    public static IReadOnlyList<ProjectedVersion> Wanted(MigrationHistory history) =>
        [.. history.Applied.Where(entry => entry.Kind != MigrationKind.Repeatable).Select(entry => new ProjectedVersion(entry.Version, entry.AppliedAt, entry.Description))];

    /// <summary>Writes what is missing or wrong, takes out what is no longer applied, and reads back until the table shows it.</summary>
    /// <returns>Null, or what could not be brought to show.</returns>
    public async Task<string?> FollowAsync(MigrationHistory history, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProjectedVersion> wanted = Wanted(history);
        foreach (TimeSpan ahead in Ahead)
        {
            IReadOnlyList<ProjectedVersion> found = await ReadAsync(cancellationToken).ConfigureAwait(false);
            List<ProjectedVersion> missing = [.. wanted.Where(row => !found.Any(other => other.Shows(row)))];
            List<ProjectedVersion> surplus = [.. found.Where(row => !wanted.Any(other => other.Version == row.Version))];
            if (missing.Count == 0 && surplus.Count == 0)
            {
                return null;
            }

            long? timestamp = ahead == TimeSpan.Zero ? null : WriteTime.Micros(_clock.UtcNow + ahead);
            foreach (ProjectedVersion row in missing)
            {
                await WriteAsync(
                    new CqlRequest($"INSERT INTO {_tables.Projection} (version, applied_at, comment) VALUES (?, ?, ?)", [row.Version, row.AppliedAt, row.Comment]),
                    timestamp,
                    cancellationToken).ConfigureAwait(false);
            }

            foreach (ProjectedVersion row in surplus)
            {
                await WriteAsync(new CqlRequest($"DELETE FROM {_tables.Projection} WHERE version = ?", [row.Version]), timestamp, cancellationToken).ConfigureAwait(false);
            }
        }

        return $"table {_tables.Projection} does not show what was written: rows in it carry timestamps far in the future. History is right; repair that table by hand.";
    }

    private async Task WriteAsync(CqlRequest request, long? timestamp, CancellationToken cancellationToken) =>
        await _session.ExecuteAsync(
            request with { Consistency = ConsistencyLevel.Quorum, Idempotent = true, Prepare = true, TimestampMicros = timestamp }, cancellationToken).ConfigureAwait(false);
}
