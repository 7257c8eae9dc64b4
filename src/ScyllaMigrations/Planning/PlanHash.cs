using System.Collections.Generic;
using System.Text;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>The hash by which a plan is approved: the same for the same plan on every machine.</summary>
internal static class PlanHash
{
    /// <summary>SHA-256 over direction, versions, checksums, statements and fingerprints without ids.</summary>
    public static string Compute(
        string keyspace, PlanDirection direction, MigrationVersion? from, MigrationVersion? to, IEnumerable<Migration> migrations, IEnumerable<PlanStep> steps)
    {
        // Every part is led by its length, so that no two different plans give one text.
        StringBuilder text = new();
        Append(text, "plan 1", keyspace, direction.ToString(), from?.ToString(), to?.ToString());
        foreach (Migration migration in migrations)
        {
            Append(text, "migration", migration.Label, migration.Checksum, migration.Down?.Checksum, migration.Check?.Checksum);
        }

        foreach (PlanStep step in steps)
        {
            Append(text, "step", step.Kind.ToString(), step.Migration, step.Cql, step.Consistency?.ToString());
            foreach (ObjectChange change in step.Changes)
            {
                Append(text, "change", change.Object.ToString(), change.Before, change.After);
            }
        }

        return ScriptChecksum.Sha256(text.ToString());
    }

    private static void Append(StringBuilder text, params string?[] parts)
    {
        foreach (string? part in parts)
        {
            text.Append(part?.Length ?? -1).Append(':').Append(part).Append('\n');
        }
    }
}
