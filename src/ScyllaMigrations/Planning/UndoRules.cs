using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>What it takes to take versions back.</summary>
internal static class UndoRules
{
    /// <summary>The migrations of history entries, each with a down script.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="undone">The entries to take back, in that order.</param>
    /// <exception cref="MigrationException">ConsentNeeded: one or more cannot be taken back; the findings say why.</exception>
    public static Migration[] Require(MigrationCatalog catalog, IReadOnlyList<HistoryEntry> undone)
    {
        List<Migration> migrations = [];
        List<Finding> findings = [];
        foreach (HistoryEntry entry in undone)
        {
            Migration? migration = catalog.Find(entry.Version);
            if (migration?.Down is not null)
            {
                migrations.Add(migration);
            }
            else
            {
                findings.Add(Unavailable(entry, migration));
            }
        }

        return findings.Count == 0
            ? [.. migrations]
            : throw new MigrationException(
                ErrorCodes.ConsentNeeded,
                "These versions cannot be taken back; nothing was sent.\n" + string.Join("\n", findings.Select(finding => finding.ToString())),
                findings) { Subject = undone[0].Version };
    }

    private static Finding Unavailable(HistoryEntry entry, Migration? migration)
    {
        if (migration is null)
        {
            string why = entry.Kind == MigrationKind.Baseline ? "is a baseline: what it made is not known." : "is not in the catalog.";
            return new Finding(FindingIds.UndoNotAvailable, FindingSeverity.Error, $"Version {entry.Version} ({entry.Description}) {why}");
        }

        string path = migration.Up.Source.Path;
        string file = migration.IsFile ? path.Substring(0, path.Length - ".cql".Length) + ".down.cql" : "Down of the migration in code";
        return new Finding(FindingIds.UndoNotAvailable, FindingSeverity.Error, $"Version {entry.Version} ({entry.Description}) has no down script.")
        {
            File = path,
            Remedy = $"Write '{file}' with the statements that take it back.",
        };
    }
}
