using System;
using System.Collections.Generic;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Makes the version entries of a run: numbered on, chained by their hashes.</summary>
internal sealed class HistoryChain
{
    private readonly MigrationManagerOptions _options;
    private readonly List<HistoryEntry> _added = [];
    private int _last;
    private string? _head;

    public HistoryChain(MigrationManagerOptions options, HistorySnapshot snapshot)
    {
        _options = options;
        _last = snapshot.LastEntry;
        _head = snapshot.Lease.HeadHash;
    }

    /// <summary>The version entries made so far.</summary>
    public IReadOnlyList<HistoryEntry> Added => _added;

    /// <summary>The hash of the newest entry; null before the first.</summary>
    public string? Head => _head;

    /// <summary>A number for an entry that is no version.</summary>
    public int NextEntry() => ++_last;

    /// <summary>An entry for a migration that is proven.</summary>
    public HistoryEntry Add(Migration migration, HistoryAction action, TimeSpan duration, string planHash, int run) => Chain(new HistoryEntry
    {
        Entry = NextEntry(),
        Action = action,
        Version = migration.Label,
        Description = migration.Description,
        Kind = migration.Kind,
        Checksum = migration.Checksum,
        AppliedAt = Now(),
        DurationMilliseconds = (long)duration.TotalMilliseconds,
        AppliedBy = _options.Actor,
        Host = _options.Host,
        ToolVersion = _options.ToolVersion,
        PlanHash = planHash,
        Run = run,
    });

    /// <summary>An entry that was made elsewhere, numbered and chained here.</summary>
    public HistoryEntry Add(HistoryEntry entry) => Chain(entry with { Entry = NextEntry() });

    private HistoryEntry Chain(HistoryEntry entry)
    {
        HistoryEntry chained = entry with { PreviousHash = _head };
        chained = chained with { EntryHash = EntryHash.Compute(chained) };
        _head = chained.EntryHash;
        _added.Add(chained);
        return chained;
    }

    // Servers keep milliseconds; an entry must hash to the same when it is read back.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(_options.Clock.UtcNow.ToUnixTimeMilliseconds());
}
