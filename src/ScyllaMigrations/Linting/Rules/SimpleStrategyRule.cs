using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>SimpleStrategy knows no data centres and racks; tablets and a second data centre are out of reach with it.</summary>
public sealed class SimpleStrategyRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "simple-strategy";

    /// <inheritdoc />
    public override string Summary => "SimpleStrategy knows no data centres and racks; tablets and a second data centre are out of reach with it.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Statement is CreateKeyspaceStatement or AlterKeyspaceStatement)
            .Where(statement => statement.After.FindKeyspace(StatementTarget.KeyspaceOf(statement.Statement)!)?.Replication.Class == "SimpleStrategy")
            .Select(statement => new LintHit(statement, "SimpleStrategy knows no data centres and racks. Use NetworkTopologyStrategy.", "SimpleStrategy"));
}
