using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>IF NOT EXISTS takes an object that is there but different for the right one.</summary>
public sealed class IfNotExistsHidesDriftRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "if-not-exists-hides-drift";

    /// <inheritdoc />
    public override string Summary => "IF NOT EXISTS takes an object that is there but different for the right one.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Statement is
                CreateTableStatement { IfNotExists: true } or CreateTypeStatement { IfNotExists: true } or CreateMaterializedViewStatement { IfNotExists: true }
                or CreateIndexStatement { IfNotExists: true })
            .Where(_ => migration.Migration.Kind == MigrationKind.Versioned)
            .Select(statement => new LintHit(statement, "IF NOT EXISTS hides an object that is there with another definition. A version runs once; leave it out.", "EXISTS"));
}
