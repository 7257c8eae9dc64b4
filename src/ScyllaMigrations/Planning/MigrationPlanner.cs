using System;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>Makes plans. Pure: the same input gives the same plan, and nothing is asked or sent.</summary>
public static class MigrationPlanner
{
    /// <summary>The plan that applies what is pending.</summary>
    /// <param name="input">What the plan is made from.</param>
    /// <param name="target">The version to reach; null for the newest. Repeatable migrations follow only when the newest version is reached: they may need it.</param>
    /// <exception cref="MigrationException">
    /// MigrationsInvalid: files, history and schema do not fit together; the findings name every fault. SchemaTooNew: the schema is newer than the
    /// newest migration. BaselineNeeded: the keyspace has tables that no history explains. ReplicationNotGiven: the keyspace does not exist and
    /// nothing says how to make it. ConfigurationInvalid: the target is no version of the catalog or lies below the current one.
    /// </exception>
    public static MigrationPlan PlanUp(PlanInput input, MigrationVersion? target = null)
    {
        HistoryRules.RequireKnownVersion(input.Catalog, input.History);
        MigrationVersion? current = input.History.Current;
        RequireTarget(input.Catalog, current, target);
        RequireExplained(input);
        Migration[] migrations =
        [
            .. HistoryRules.Pending(input.Catalog, input.History).Where(migration => target is null || migration.Version <= target),
            .. target is null || target >= input.Catalog.Latest ? HistoryRules.PendingRepeatable(input.Catalog, input.History) : [],
        ];
        MigrationVersion? reached = migrations.LastOrDefault(migration => migration.Version is not null)?.Version ?? current;
        PlanRun run = new(input, HistoryRules.Check(input.Catalog, input.History));
        run.Apply(migrations);
        return run.Finish(PlanDirection.Up, current, reached, migrations);
    }

    /// <summary>The plan that takes versions back by their down scripts, newest first.</summary>
    /// <param name="input">What the plan is made from.</param>
    /// <param name="target">The version to go back to; null takes all versions back.</param>
    /// <exception cref="MigrationException">
    /// MigrationsInvalid: as for <see cref="PlanUp"/>. ConsentNeeded: a version cannot be taken back. ConfigurationInvalid: the target was never applied.
    /// </exception>
    public static MigrationPlan PlanDown(PlanInput input, MigrationVersion? target)
    {
        HistoryEntry[] applied = [.. input.History.Applied.Where(entry => entry.Kind != MigrationKind.Repeatable)];
        if (target is not null && !applied.Any(entry => MigrationVersion.Parse(entry.Version) == target))
        {
            string known = applied.Length == 0 ? "no version is" : "applied are " + string.Join(", ", applied.Select(entry => entry.Version));
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"Version {target} is not applied, so nothing can go back to it; {known}.") { Subject = target.ToString() };
        }

        HistoryEntry[] undone = [.. applied.Where(entry => target is null || MigrationVersion.Parse(entry.Version) > target).OrderByDescending(entry => MigrationVersion.Parse(entry.Version))];
        Migration[] migrations = UndoRules.Require(input.Catalog, undone);
        PlanRun run = new(input, [.. HistoryRules.Check(input.Catalog, input.History).Where(finding => finding.Id != FindingIds.OutOfOrder)]);
        run.Undo(migrations);
        return run.Finish(PlanDirection.Down, input.History.Current, target, migrations);
    }

    private static void RequireTarget(MigrationCatalog catalog, MigrationVersion? current, MigrationVersion? target)
    {
        if (target is null)
        {
            return;
        }

        if (target < current)
        {
            throw new MigrationException(
                ErrorCodes.ConfigurationInvalid,
                $"The target version {target} lies below the current version {current}; to go back use 'migration-cli rollback --to {target}' (Undo-ScyllaMigration).") { Subject = target.ToString() };
        }

        if (catalog.Find(target) is null && target != current)
        {
            string known = catalog.Latest is null ? "the catalog is empty" : "the catalog has " + string.Join(", ", catalog.Versioned.Select(migration => migration.Label));
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"The target version {target} is not in the catalog; {known}.") { Subject = target.ToString() };
        }
    }

    private static void RequireExplained(PlanInput input)
    {
        if (input.IgnoreUnknownObjects || input.History.Applied.Count > 0 || input.Schema.FindKeyspace(input.Keyspace) is not { } keyspace)
        {
            return;
        }

        string[] tables = [.. keyspace.Tables.Keys.Where(table => !ToolTables.Contains(table)).OrderBy(table => table, StringComparer.Ordinal)];

        // When all versions were taken back, what is left was there before the first of them.
        if (tables.Length > 0 && input.History.Entries.Count == 0)
        {
            string shown = string.Join(", ", tables.Take(5)) + (tables.Length > 5 ? $" and {tables.Length - 5} more" : string.Empty);
            throw new MigrationException(ErrorCodes.BaselineNeeded, $"The keyspace '{input.Keyspace}' has tables ({shown}), but no history says which version they are.") { Subject = input.Keyspace };
        }
    }
}
