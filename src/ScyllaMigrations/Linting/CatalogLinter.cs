using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting;

/// <summary>Checks a whole catalog without a cluster: every script parses, the chain from nothing to the newest version simulates, and the down scripts lead back.</summary>
public static class CatalogLinter
{
    // Only the live keyspace's replication is not known offline; this one is accepted by every dialect.
    private const string AnyReplication = "{'class': 'NetworkTopologyStrategy', 'replication_factor': 1}";

    /// <summary>Checks a catalog.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="dialect">The server to check for.</param>
    /// <param name="keyspace">The configured keyspace; null when the scripts say.</param>
    /// <param name="replication">The configured replication; null when not configured.</param>
    /// <param name="variables">Configured variables.</param>
    /// <exception cref="MigrationException">KeyspaceNotGiven: neither configuration nor scripts name one keyspace.</exception>
    public static LintResult Lint(
        MigrationCatalog catalog, CqlDialect dialect, string? keyspace, string? replication, IReadOnlyDictionary<string, string> variables)
    {
        List<Finding> findings = [.. catalog.Warnings];
        string resolved = KeyspaceRule.Resolve(keyspace, catalog, dialect, variables);
        PlanInput input = new()
        {
            Catalog = catalog,
            History = MigrationHistory.Empty,
            Schema = ClusterSchema.Empty,
            Dialect = dialect,
            Keyspace = resolved,
            Variables = variables,
            Replication = replication ?? AnyReplication,
        };
        MigrationPlan? up = Plan(() => MigrationPlanner.PlanUp(input), findings);
        if (up is not null)
        {
            Plan(() => WayBack(input, up), findings);
        }

        return new LintResult
        {
            Path = catalog.Path,
            Keyspace = resolved,
            Dialect = dialect.Name,
            MigrationCount = catalog.Migrations.Count,
            StatementCount = up?.Steps.Count ?? 0,
            Findings = [.. findings.Distinct().OrderByDescending(finding => finding.Severity)],
        };
    }

    private static MigrationPlan? Plan(Func<MigrationPlan?> plan, List<Finding> findings)
    {
        try
        {
            MigrationPlan? made = plan();
            findings.AddRange(made?.Warnings ?? []);
            return made;
        }
        catch (MigrationException exception) when (exception.Code == ErrorCodes.MigrationsInvalid)
        {
            findings.AddRange(exception.Findings);
            return null;
        }
    }

    // As far back as there are down scripts: what is to be derived is derived from a live schema, so there is nothing written that could be wrong.
    private static MigrationPlan? WayBack(PlanInput input, MigrationPlan up)
    {
        Migration[] versions = [.. input.Catalog.Versioned];
        int last = Array.FindLastIndex(versions, version => version.Down is null);
        if (last == versions.Length - 1)
        {
            return null;
        }

        HistoryEntry[] entries =
        [
            .. input.Catalog.Migrations.Select((migration, i) => new HistoryEntry
            {
                Entry = i + 1,
                Action = HistoryAction.Applied,
                Version = migration.Label,
                Description = migration.Description,
                Kind = migration.Kind,
                Checksum = migration.Checksum,
                AppliedAt = DateTimeOffset.MinValue,
                DurationMilliseconds = 0,
            }),
        ];
        PlanInput applied = input with { History = new MigrationHistory(ValueList.From(entries)), Schema = up.SchemaAfter };
        return MigrationPlanner.PlanDown(applied, last < 0 ? null : versions[last].Version);
    }
}
