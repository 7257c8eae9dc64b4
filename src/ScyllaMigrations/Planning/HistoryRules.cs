using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>What must hold between a catalog and the history of a keyspace.</summary>
public static class HistoryRules
{
    /// <summary>All contradictions between history and catalog, each as an error.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="history">What was applied.</param>
    public static IReadOnlyList<Finding> Check(MigrationCatalog catalog, MigrationHistory history)
    {
        List<Finding> findings = [];
        foreach (HistoryEntry entry in history.Applied.Where(entry => entry.Kind == MigrationKind.Versioned))
        {
            Migration? migration = catalog.Find(entry.Version);
            if (migration is null && entry.Action == HistoryAction.Applied)
            {
                findings.Add(new Finding(FindingIds.AppliedMissing, FindingSeverity.Error, $"Version {entry.Version} ({entry.Description}) was applied, but there is no such migration.")
                {
                    Remedy = "Restore its file; an applied migration stays in the catalog for ever.",
                });
            }
            else if (migration is not null && entry.Checksum is not null && entry.Checksum != migration.Checksum)
            {
                findings.Add(new Finding(
                    FindingIds.AppliedEdited,
                    FindingSeverity.Error,
                    $"Version {entry.Version} was edited after it was applied on {entry.AppliedAt:yyyy-MM-dd}: its checksum was {Short(entry.Checksum)} and is {Short(migration.Checksum)}.")
                {
                    File = migration.Up.Source.Path,
                    Remedy = "Restore the file and put the change into a new version. When the change has no effect, record it with 'migration-cli repair'.",
                });
            }
        }

        findings.AddRange(FindDuplicates(history));
        findings.AddRange(Late(catalog, history).Select(migration => new Finding(
            FindingIds.OutOfOrder,
            FindingSeverity.Error,
            $"Version {migration.Version} was added after version {history.Current} had been applied.")
        {
            File = migration.Up.Source.Path,
            Remedy = $"Give it a version above {history.Current}.",
        }));
        return findings;
    }

    /// <summary>Refuses a schema that is newer than the newest migration.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="history">What was applied.</param>
    /// <exception cref="MigrationException">SchemaTooNew, with the exact text that programs look for.</exception>
    public static void RequireKnownVersion(MigrationCatalog catalog, MigrationHistory history)
    {
        if (history.Current is { } current && catalog.Latest is { } latest && current > latest)
        {
            throw new MigrationException(ErrorCodes.SchemaTooNew, $"schema version {current} is newer than supported version {latest}") { Subject = current.ToString() };
        }
    }

    /// <summary>The versions that are not applied, lowest first, without those that a baseline or an older program's history stands for.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="history">What was applied.</param>
    public static IReadOnlyList<Migration> Pending(MigrationCatalog catalog, MigrationHistory history)
    {
        MigrationVersion? current = history.Current;
        return [.. NotApplied(catalog, history).Where(migration => migration.Version! > current)];
    }

    /// <summary>The repeatable migrations whose text is not the one applied last.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="history">What was applied.</param>
    public static IReadOnlyList<Migration> PendingRepeatable(MigrationCatalog catalog, MigrationHistory history)
    {
        Dictionary<string, string?> applied = history.Applied.Where(entry => entry.Kind == MigrationKind.Repeatable)
            .ToDictionary(entry => entry.Version, entry => entry.Checksum, StringComparer.Ordinal);
        return [.. catalog.Repeatable.Where(migration => !applied.TryGetValue(migration.Label, out string? checksum) || checksum != migration.Checksum)];
    }

    private static IEnumerable<Migration> Late(MigrationCatalog catalog, MigrationHistory history)
    {
        MigrationVersion? current = history.Current;
        return NotApplied(catalog, history).Where(migration => migration.Version! < current);
    }

    private static IEnumerable<Migration> NotApplied(MigrationCatalog catalog, MigrationHistory history)
    {
        HistoryEntry[] applied = [.. history.Applied.Where(entry => entry.Kind != MigrationKind.Repeatable)];
        HashSet<MigrationVersion> versions = [.. applied.Select(entry => MigrationVersion.Parse(entry.Version))];

        // What another program or a baseline brought to a version includes all versions below it.
        MigrationVersion? adopted = applied.Where(entry => entry.Kind == MigrationKind.Baseline || entry.Action == HistoryAction.Adopted)
            .Select(entry => MigrationVersion.Parse(entry.Version)).DefaultIfEmpty(null!).Max();
        return catalog.Versioned.Where(migration => !versions.Contains(migration.Version!) && !(migration.Version < adopted));
    }

    private static IEnumerable<Finding> FindDuplicates(MigrationHistory history)
    {
        foreach (IGrouping<string, HistoryEntry> entries in history.Entries.Where(entry => entry.Kind != MigrationKind.Repeatable).GroupBy(entry => entry.Version, StringComparer.Ordinal))
        {
            HistoryEntry? before = null;
            foreach (HistoryEntry entry in entries)
            {
                if (before is not null && (before.Action == HistoryAction.Undone) == (entry.Action == HistoryAction.Undone))
                {
                    string what = entry.Action == HistoryAction.Undone ? "taken back" : "applied";
                    yield return new Finding(
                        FindingIds.HistoryDuplicate, FindingSeverity.Error, $"History says that version {entry.Version} was {what} twice in a row, in entries {before.Entry} and {entry.Entry}.")
                    {
                        Remedy = ErrorCodes.HistoryInvalid.Remedy,
                    };
                }

                before = entry;
            }
        }
    }

    private static string Short(string checksum) => checksum.Length > 12 ? checksum.Substring(0, 12) : checksum;
}
