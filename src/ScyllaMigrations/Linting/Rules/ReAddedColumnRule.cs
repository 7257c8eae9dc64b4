using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>A column that was dropped before is added again: old values stay hidden, those stamped after the drop come back.</summary>
public sealed class ReAddedColumnRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "re-added-column";

    /// <inheritdoc />
    public override string Summary => "A column that was dropped before is added again: old values stay hidden, those stamped after the drop come back.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Result.Changed && statement.Statement is AlterTableStatement { Action: AddColumns })
            .SelectMany(statement => ((AddColumns)((AlterTableStatement)statement.Statement!).Action).Columns
                .Where(column => TableBefore(statement, migration.Keyspace)?.DroppedColumns.Find(column.Name) is not null)
                .Select(column => new LintHit(
                    statement,
                    $"The column {column.Name} was dropped before. Its old values stay hidden, those stamped after the drop come back. Take a new name.",
                    column.Name)));

    private static TableSchema? TableBefore(SimulatedStatement statement, string keyspace) =>
        StatementTarget.Of(statement.Statement) is { } name ? statement.Before.FindTable(name.Keyspace ?? keyspace, name.Name) : null;
}
