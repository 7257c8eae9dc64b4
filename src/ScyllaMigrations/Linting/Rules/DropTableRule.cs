using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>DROP TABLE loses all rows; programs that still use the table fail.</summary>
public sealed class DropTableRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "drop-table";

    /// <inheritdoc />
    public override string Summary => "DROP TABLE loses all rows; programs that still use the table fail.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Result.Changed && statement.Statement is DropTableStatement)
            .Select(statement => new LintHit(statement, "DROP TABLE loses all rows of the table, and running programs that use it fail.", ((DropTableStatement)statement.Statement!).Table.Name));
}
