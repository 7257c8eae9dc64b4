using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>TRUNCATE removes all rows and is never sent twice by itself.</summary>
public sealed class TruncateRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "truncate";

    /// <inheritdoc />
    public override string Summary => "TRUNCATE removes all rows and is never sent twice by itself.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Statement is TruncateStatement)
            .Select(statement => new LintHit(statement, "TRUNCATE removes all rows of the table, and its outcome after a lost answer is unknown."));
}
