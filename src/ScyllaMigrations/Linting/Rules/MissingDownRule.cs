using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>A version without a down script holds statements whose undo cannot be derived.</summary>
public sealed class MissingDownRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "missing-down";

    /// <inheritdoc />
    public override string Summary => "A version without a down script holds statements that no derived undo takes back.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Migration is { Kind: MigrationKind.Versioned, Down: null }
            ? migration.Up.Where(IsFinal).Take(1).Select(statement => new LintHit(
                statement, "There is no down script, and what this statement does cannot be taken back by a derived one."))
            : [];

    // What creates, adds, renames or sets options has an inverse; rows, permissions and what is dropped have none.
    private static bool IsFinal(SimulatedStatement statement) => statement.Opaque || statement.Statement is
        DmlStatement or DclStatement or AlterTypeStatement { Action: AddField or AlterFieldType }
        or AlterTableStatement { Action: DropColumns or AlterColumnType or DropCompactStorage } or DropTableStatement or DropKeyspaceStatement;
}
