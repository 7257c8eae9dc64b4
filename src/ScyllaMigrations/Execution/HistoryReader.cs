using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Shows history's entries as records.</summary>
internal static class HistoryReader
{
    public static IReadOnlyList<HistoryRecord> Records(Situation situation, string cluster, string? path) =>
        [.. situation.History.Entries.Select(entry => Record(entry, situation, cluster, path))];

    private static HistoryRecord Record(HistoryEntry entry, Situation situation, string cluster, string? path) => new()
    {
        Cluster = cluster,
        Path = path,
        Keyspace = situation.Keyspace,
        Entry = entry.Entry,
        Action = entry.Action.ToString(),
        Version = entry.Version,
        Description = entry.Description,
        Kind = entry.Kind.ToString(),
        Checksum = entry.Checksum,
        AppliedAt = entry.AppliedAt.UtcDateTime,
        DurationSeconds = entry.DurationMilliseconds / 1000.0,
        AppliedBy = entry.AppliedBy,
        Host = entry.Host,
        ToolVersion = entry.ToolVersion,
        PlanHash = entry.PlanHash,
        Run = entry.Run,
        ChainIntact = situation.Snapshot.IsIntact(entry.Entry),
    };
}
