using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>TimeWindowCompactionStrategy without default_time_to_live keeps windows for ever; some servers refuse it.</summary>
public sealed class TwcsWithoutTtlRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "twcs-without-ttl";

    /// <inheritdoc />
    public override string Summary => "TimeWindowCompactionStrategy without default_time_to_live keeps windows for ever; some servers refuse it.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Result.Changed && statement.Statement is CreateTableStatement)
            .Where(statement => Table(statement, migration.Keyspace) is { } table
                && table.Options.DefaultTimeToLive == 0 && table.Options.Compaction?.Find("class") == "TimeWindowCompactionStrategy")
            .Select(statement => new LintHit(statement, "TimeWindowCompactionStrategy is for rows that end: set default_time_to_live.", "TimeWindowCompactionStrategy"));

    private static TableSchema? Table(SimulatedStatement statement, string keyspace) =>
        StatementTarget.Of(statement.Statement) is { } name ? statement.After.FindTable(name.Keyspace ?? keyspace, name.Name) : null;
}
