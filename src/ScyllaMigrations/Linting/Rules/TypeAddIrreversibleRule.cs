using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>A field added to a user type can never be dropped again.</summary>
public sealed class TypeAddIrreversibleRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "type-add-irreversible";

    /// <inheritdoc />
    public override string Summary => "A field added to a user type can never be dropped again.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Result.Changed && statement.Statement is AlterTypeStatement { Action: AddField })
            .Select(statement => new LintHit(statement, "A field that was added to a type can never be dropped; no down script takes this back.", ((AddField)((AlterTypeStatement)statement.Statement!).Action).Field.Name));
}
