using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>ALLOW FILTERING reads every partition; on a table that grew, the statement times out.</summary>
public sealed class AllowFilteringRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "allow-filtering";

    /// <inheritdoc />
    public override string Summary => "ALLOW FILTERING reads every partition; on a table that grew, the statement times out.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.All.Where(statement => statement.Statement is SelectStatement { AllowFiltering: true, Table.Keyspace: not "system_schema" })
            .Select(statement => new LintHit(statement, "ALLOW FILTERING reads the whole table. Ask by the primary key or an index instead.", "FILTERING"));
}
