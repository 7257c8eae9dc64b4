using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Reads history: proven versions, the interrupted run with its journal, the lease.</summary>
internal sealed class HistoryStore
{
    private const string EntryColumns =
        "entry, step, kind, state, action, version, description, migration_kind, checksum, at, duration_ms, actor, host, tool_version, plan_hash, run, "
        + "entry_hash, previous_hash, direction, step_count, coordinator, replaces, detail, owner, owner_info, fence, beat, head_hash";

    private const string StepColumns = "step, kind, state, version, step_kind, statement_hash, table_id, changes, write_time, outcome";

    private readonly HistoryTable _table;

    public HistoryStore(HistoryTable table) => _table = table;

    public HistoryTable Table => _table;

    /// <summary>Reads the whole history at SERIAL, and the journal of the run that was not finished.</summary>
    /// <exception cref="MigrationException">HistoryInvalid: rows that this version of the tool cannot read.</exception>
    public async Task<HistorySnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        CqlResult result = await _table.ReadAsync(EntryColumns, null, cancellationToken).ConfigureAwait(false);
        if (result.Rows.Count == 0)
        {
            return HistorySnapshot.Empty;
        }

        CqlRow first = result.Rows[0];
        LeaseState lease = new(
            first.Get<Guid?>("owner"), first.Get<string>("owner_info"), first.Get<long?>("fence"), first.Get<long?>("beat"), first.Get<string>("head_hash"));
        List<HistoryEntry> versions = [];
        RunEntry? interrupted = null;
        int last = 0;
        try
        {
            foreach (CqlRow row in result.Rows.Where(row => row["entry"] is not null))
            {
                last = Math.Max(last, row.Get<int>("entry"));
                if (row.Get<int>("step") != 0)
                {
                    continue;
                }

                switch (row.Get<string>("kind"))
                {
                    case HistoryRows.VersionKind:
                        versions.Add(HistoryRows.ToEntry(row));
                        break;
                    case HistoryRows.RunKind:
                        RunEntry run = HistoryRows.ToRun(row);
                        interrupted = run.State == RunState.Ready ? run : interrupted;
                        break;
                    default:
                        throw new FormatException($"entry {row["entry"]} is of kind '{row["kind"]}'");
                }
            }

            if (interrupted is not null)
            {
                interrupted = interrupted with { Steps = await ReadJournalAsync(interrupted, cancellationToken).ConfigureAwait(false) };
            }
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidCastException or NullReferenceException)
        {
            throw new MigrationException(
                ErrorCodes.HistoryInvalid,
                $"table {_table.Tables.History} holds something that this version of the tool does not understand: {exception.Message}",
                null,
                exception);
        }

        versions.Sort((left, right) => left.Entry.CompareTo(right.Entry));
        return new HistorySnapshot(lease, new MigrationHistory(ValueList.From(versions)), interrupted, last, FindBreak(versions, lease.HeadHash));
    }

    private async Task<IReadOnlyList<JournalStep>> ReadJournalAsync(RunEntry run, CancellationToken cancellationToken)
    {
        CqlResult result = await _table.ReadAsync(StepColumns, run.Entry, cancellationToken).ConfigureAwait(false);
        List<JournalStep> steps = [.. result.Rows.Where(row => row.Get<int>("step") > 0).Select(HistoryRows.ToStep).OrderBy(step => step.Number)];
        return steps.Count == run.StepCount
            ? steps
            : throw new FormatException($"the journal of run {run.Entry} has {steps.Count} steps where {run.StepCount} were written");
    }

    private static int? FindBreak(List<HistoryEntry> entries, string? headHash)
    {
        string? previous = null;
        foreach (HistoryEntry entry in entries)
        {
            if (entry.PreviousHash != previous || entry.EntryHash != EntryHash.Compute(entry))
            {
                return entry.Entry;
            }

            previous = entry.EntryHash;
        }

        // Entries cut off at the end are found because the head was written with the last one.
        return previous == headHash ? null : entries.Count == 0 ? 0 : entries[entries.Count - 1].Entry;
    }
}
