using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>A statement changes another keyspace than the one the catalog belongs to.</summary>
public sealed class OtherKeyspaceRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "other-keyspace";

    /// <inheritdoc />
    public override string Summary => "A statement changes another keyspace than the one the catalog belongs to.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Concat(migration.Down)
            .Where(statement => statement.Statement is DdlStatement or DmlStatement && StatementTarget.KeyspaceOf(statement.Statement) is { } named && named != migration.Keyspace)
            .Select(statement => new LintHit(
                statement,
                $"This changes the keyspace {StatementTarget.KeyspaceOf(statement.Statement)}, but the catalog belongs to {migration.Keyspace}; two catalogs must not change one keyspace.",
                StatementTarget.KeyspaceOf(statement.Statement)));
}
