using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>What rows of <c>schema_version</c> mean: those of an older program are taken over, those beside a history must be in it.</summary>
internal static class Adoption
{
    /// <summary>The entries that take over what an older program had applied; checksums unknown.</summary>
    /// <exception cref="MigrationException">HistoryInvalid: a row's version is none.</exception>
    public static IReadOnlyList<HistoryEntry> Entries(OwnTables tables, IReadOnlyList<ProjectedVersion> projected)
    {
        List<HistoryEntry> entries = [];
        foreach (ProjectedVersion row in projected.OrderBy(row => ParseVersion(tables, row)))
        {
            entries.Add(new HistoryEntry
            {
                Entry = entries.Count + 1,
                Action = HistoryAction.Adopted,
                Version = ParseVersion(tables, row).ToString(),
                Description = row.Comment ?? string.Empty,
                Kind = MigrationKind.Versioned,
                AppliedAt = row.AppliedAt ?? DateTimeOffset.FromUnixTimeMilliseconds(0),
                DurationMilliseconds = 0,
            });
        }

        return entries;
    }

    /// <summary>Checks that the projection holds no version that history never knew.</summary>
    /// <exception cref="MigrationException">HistoryInvalid, with the row and the repair.</exception>
    public static void CheckProjection(OwnTables tables, HistorySnapshot snapshot, IReadOnlyList<ProjectedVersion> projected)
    {
        HashSet<string> known = [.. snapshot.Entries.Select(entry => entry.Version)];
        List<ProjectedVersion> unknown = [.. projected.Where(row => !known.Contains(row.Version))];
        if (unknown.Count > 0)
        {
            throw new MigrationException(
                ErrorCodes.HistoryInvalid,
                $"table {tables.Projection} holds {(unknown.Count == 1 ? "a version" : "versions")} that history does not know: "
                    + string.Join(", ", unknown.Select(row => $"{row.Version} ({row.Comment ?? "no comment"}, {Time(row)})"))
                    + "\nAnother program wrote there. Take it over or remove it with 'migration-cli repair' (Repair-ScyllaMigrationHistory).")
            {
                Subject = unknown[0].Version,
            };
        }
    }

    private static MigrationVersion ParseVersion(OwnTables tables, ProjectedVersion row) =>
        MigrationVersion.TryParse(row.Version, out MigrationVersion? version)
            ? version!
            : throw new MigrationException(
                ErrorCodes.HistoryInvalid,
                $"table {tables.Projection} holds '{row.Version}', which is no version\nCorrect or remove that row, or set a baseline with 'migration-cli adopt --version VERSION'.")
            {
                Subject = row.Version,
            };

    private static string Time(ProjectedVersion row) =>
        row.AppliedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) ?? "no time";
}
