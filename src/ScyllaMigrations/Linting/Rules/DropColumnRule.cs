using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>DROP of a column loses its values, and servers keep no snapshot for it.</summary>
public sealed class DropColumnRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "drop-column";

    /// <inheritdoc />
    public override string Summary => "DROP of a column loses its values, and servers keep no snapshot for it.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Result.Changed && statement.Statement is AlterTableStatement { Action: DropColumns })
            .Select(statement => (Statement: statement, Drop: (DropColumns)((AlterTableStatement)statement.Statement!).Action))
            .Select(hit => new LintHit(hit.Statement, $"DROP of {string.Join(", ", hit.Drop.Columns)} loses the values; servers keep no snapshot for it.", hit.Drop.Columns[0]));
}
