using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Execution;

/// <summary>The partition of <c>migration_history</c> that belongs to one keyspace, in CQL: lightweight transactions and SERIAL reads, nothing else.</summary>
internal sealed class HistoryTable
{
    // What one conditional batch may hold; DESIGN section 5 allows 256 KiB, and values are counted roughly.
    private const int BatchBytes = 192 * 1024;
    private const int BatchRows = 1000;

    private readonly ICqlSession _session;
    private readonly OwnTables _tables;

    public HistoryTable(ICqlSession session, OwnTables tables, ConsistencyLevel serial)
    {
        _session = session;
        _tables = tables;
        Serial = serial;
    }

    public OwnTables Tables => _tables;

    /// <summary>SERIAL, or LOCAL_SERIAL where exactly one data centre replicates.</summary>
    public ConsistencyLevel Serial { get; }

    /// <summary>Reads the static columns.</summary>
    public async Task<LeaseState> ReadLeaseAsync(CancellationToken cancellationToken)
    {
        CqlResult result = await _session.ExecuteAsync(
            new CqlRequest($"SELECT owner, owner_info, fence, beat, head_hash FROM {_tables.History} WHERE scope = ? LIMIT 1", [_tables.Keyspace])
            {
                Consistency = Serial,
                Idempotent = true,
                Prepare = true,
            },
            cancellationToken).ConfigureAwait(false);
        return result.Rows.Count == 0 ? LeaseState.None : ToLease(result.Rows[0]);
    }

    /// <summary>Reads rows of the partition at SERIAL.</summary>
    /// <param name="columns">Column names, comma separated.</param>
    /// <param name="entry">One entry only; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<CqlResult> ReadAsync(string columns, int? entry, CancellationToken cancellationToken) =>
        await _session.ExecuteAsync(
            new CqlRequest(
                $"SELECT {columns} FROM {_tables.History} WHERE scope = ?" + (entry is null ? string.Empty : " AND entry = ?"),
                entry is { } number ? [_tables.Keyspace, number] : [_tables.Keyspace])
            {
                Consistency = Serial,
                Idempotent = true,
                Prepare = true,
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Takes the lease if nothing of it changed since it was observed.</summary>
    public Task<bool> TryTakeAsync(LeaseState observed, LeaseState wanted, CancellationToken cancellationToken)
    {
        List<object?> values = [wanted.Owner, wanted.OwnerInfo, wanted.Fence, wanted.Beat, _tables.Keyspace];
        string condition = string.Join(" AND ", Condition("owner", observed.Owner, values), Condition("fence", observed.Fence, values), Condition("beat", observed.Beat, values));
        return SendAsync($"UPDATE {_tables.History} SET owner = ?, owner_info = ?, fence = ?, beat = ? WHERE scope = ? IF {condition}", values, cancellationToken);
    }

    /// <summary>Raises the beat of a lease that is held.</summary>
    public Task<bool> TryBeatAsync(Guid owner, long fence, long beat, CancellationToken cancellationToken) =>
        SendAsync(
            $"UPDATE {_tables.History} SET beat = ? WHERE scope = ? IF owner = ? AND fence = ? AND beat = ?",
            [beat, _tables.Keyspace, owner, fence, beat - 1],
            cancellationToken);

    /// <summary>Gives a lease back; fence and beat stay as they are.</summary>
    public Task<bool> TryReleaseAsync(Guid owner, long fence, CancellationToken cancellationToken) =>
        SendAsync($"UPDATE {_tables.History} SET owner = null WHERE scope = ? IF owner = ? AND fence = ?", [_tables.Keyspace, owner, fence], cancellationToken);

    /// <summary>Writes rows, the beat and, where given, the head of the chain, if the lease is still held.</summary>
    /// <remarks>The condition names the beat before, too: so writes of one holder cannot overtake each other when one of them was thought lost.</remarks>
    public Task<bool> TryWriteAsync(Guid owner, long fence, long beat, string? headHash, IReadOnlyList<HistoryRow> rows, CancellationToken cancellationToken)
    {
        StringBuilder text = new("BEGIN BATCH ");
        List<object?> values = [];
        text.Append("UPDATE ").Append(_tables.History).Append(" SET beat = ?");
        values.Add(beat);
        if (headHash is not null)
        {
            text.Append(", head_hash = ?");
            values.Add(headHash);
        }

        text.Append(" WHERE scope = ? IF owner = ? AND fence = ? AND beat = ?; ");
        values.Add(_tables.Keyspace);
        values.Add(owner);
        values.Add(fence);
        values.Add(beat - 1);
        foreach (HistoryRow row in rows)
        {
            text.Append("INSERT INTO ").Append(_tables.History).Append(" (scope, entry, step");
            values.Add(_tables.Keyspace);
            values.Add(row.Entry);
            values.Add(row.Step);
            foreach (KeyValuePair<string, object> column in row.Columns)
            {
                text.Append(", ").Append(column.Key);
                values.Add(column.Value);
            }

            text.Append(") VALUES (?, ?, ?");
            for (int i = 0; i < row.Columns.Count; i++)
            {
                text.Append(", ?");
            }

            text.Append("); ");
        }

        text.Append("APPLY BATCH");
        return SendAsync(text.ToString(), values, cancellationToken);
    }

    /// <summary>Cuts rows into parts that each fit into one conditional batch.</summary>
    public static IReadOnlyList<IReadOnlyList<HistoryRow>> Split(IReadOnlyList<HistoryRow> rows)
    {
        List<IReadOnlyList<HistoryRow>> parts = [];
        List<HistoryRow> part = [];
        int bytes = 0;
        foreach (HistoryRow row in rows)
        {
            int size = 120 + row.Columns.Sum(column => 24 + column.Key.Length + (column.Value is string text ? Encoding.UTF8.GetByteCount(text) : 16));
            if (part.Count > 0 && (bytes + size > BatchBytes || part.Count == BatchRows))
            {
                parts.Add(part);
                part = [];
                bytes = 0;
            }

            part.Add(row);
            bytes += size;
        }

        parts.Add(part);
        return parts;
    }

    private static LeaseState ToLease(CqlRow row) =>
        new(row.Get<Guid?>("owner"), row.Get<string>("owner_info"), row.Get<long?>("fence"), row.Get<long?>("beat"), row.Get<string>("head_hash"));

    private static string Condition(string column, object? value, List<object?> values)
    {
        if (value is null)
        {
            return column + " = null";
        }

        values.Add(value);
        return column + " = ?";
    }

    private async Task<bool> SendAsync(string cql, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        CqlResult result = await _session.ExecuteAsync(
            new CqlRequest(cql, values) { SerialConsistency = Serial, Prepare = !cql.StartsWith("BEGIN", StringComparison.Ordinal) }, cancellationToken).ConfigureAwait(false);
        return result.Applied;
    }
}
