using System.Collections.Generic;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>All that the history table says at one moment.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="History">The proven versions.</param>
/// <param name="Interrupted">The run that was not finished, with its journal; null for none.</param>
/// <param name="LastEntry">The highest entry number in use; 0 when there is none.</param>
/// <param name="BrokenFrom">The first version entry whose hash is not right; null when the chain is intact.</param>
internal sealed record HistorySnapshot(LeaseState Lease, MigrationHistory History, RunEntry? Interrupted, int LastEntry, int? BrokenFrom)
{
    /// <summary>No history table, or nothing in it.</summary>
    public static HistorySnapshot Empty { get; } = new(LeaseState.None, MigrationHistory.Empty, null, 0, null);

    /// <summary>Whether an entry and all before it carry the hashes that they were written with.</summary>
    public bool IsIntact(int entry) => BrokenFrom is null || entry < BrokenFrom;

    /// <summary>The entries by number.</summary>
    public IReadOnlyList<HistoryEntry> Entries => History.Entries;
}
