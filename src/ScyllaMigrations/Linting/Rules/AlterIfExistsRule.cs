using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>ALTER … IF EXISTS and ADD IF NOT EXISTS are known to Cassandra 4.1 and later only.</summary>
public sealed class AlterIfExistsRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "alter-if-exists";

    /// <inheritdoc />
    public override string Summary => "ALTER … IF EXISTS and ADD IF NOT EXISTS are known to Cassandra 4.1 and later only.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Concat(migration.Down).Where(statement => statement.Statement is
                AlterTableStatement { IfExists: true } or AlterTypeStatement { IfExists: true } or AlterKeyspaceStatement { IfExists: true }
                or AlterMaterializedViewStatement { IfExists: true }
                or AlterTableStatement { Action: AddColumns { IfNotExists: true } or DropColumns { IfExists: true } or RenameColumns { IfExists: true } }
                or AlterTypeStatement { Action: AddField { IfNotExists: true } or RenameFields { IfExists: true } })
            .Select(statement => new LintHit(statement, "IF in an ALTER is known to Cassandra 4.1 and later only; ScyllaDB refuses it. A version runs once; leave it out.", "EXISTS"));
}
