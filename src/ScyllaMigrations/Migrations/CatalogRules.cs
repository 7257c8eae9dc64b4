using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>What must hold between the migrations of a catalog.</summary>
internal static class CatalogRules
{
    /// <summary>One finding for each migration whose version or name another one has already.</summary>
    /// <param name="migrations">The migrations in the order in which they were met.</param>
    public static IReadOnlyList<Finding> FindDuplicates(IEnumerable<Migration> migrations)
    {
        List<Finding> findings = [];
        foreach (IGrouping<string, Migration> same in migrations.GroupBy(migration => migration.Key, StringComparer.Ordinal))
        {
            Migration first = same.First();
            foreach (Migration other in same.Skip(1))
            {
                string what = other.Version is null ? $"The repeatable migration '{other.Description}'" : $"Version {other.Version}";
                string build = other.Label == first.Label ? string.Empty : "; build metadata does not make versions different";
                findings.Add(new Finding(FindingIds.DuplicateVersion, FindingSeverity.Error, $"{what} is already that of {first.Up.Source.Path}{build}.")
                {
                    File = other.Up.Source.Path,
                    Remedy = "Give one of them another version.",
                });
            }
        }

        return findings;
    }

    /// <summary>Name and checksum of every script.</summary>
    /// <param name="migrations">Their migrations.</param>
    public static Dictionary<string, string> Checksums(IEnumerable<Migration> migrations) =>
        migrations.SelectMany(migration => new[] { migration.Up, migration.Down, migration.Check })
            .Where(script => script is not null)
            .ToDictionary(script => script!.Source.Path, script => script!.Checksum, StringComparer.Ordinal);

    /// <summary>The error that shows all findings.</summary>
    /// <param name="findings">The findings.</param>
    public static MigrationException Invalid(IReadOnlyList<Finding> findings)
    {
        Finding[] sorted =
        [
            .. findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line).ThenBy(finding => finding.Column),
        ];
        int errors = sorted.Count(finding => finding.Severity == FindingSeverity.Error);
        string head = errors == 1 ? "The migrations are not valid: 1 error." : $"The migrations are not valid: {errors} errors.";
        return new MigrationException(ErrorCodes.MigrationsInvalid, head + "\n" + string.Join("\n", sorted.Select(finding => finding.ToString())), sorted);
    }
}
