using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting.Rules;

/// <summary>ALTER … WITH a map replaces the whole map: keys that are left out fall back to their defaults.</summary>
public sealed class PartialCompactionMapRule : LintRule
{
    /// <inheritdoc />
    public override string Name => "partial-compaction-map";

    /// <inheritdoc />
    public override string Summary => "ALTER … WITH a map replaces the whole map: keys that are left out fall back to their defaults.";

    /// <inheritdoc />
    internal override IEnumerable<LintHit> Check(LintedMigration migration) =>
        migration.Up.Where(statement => statement.Result.Changed && statement.Statement is AlterTableStatement { Action: SetTableOptions })
            .SelectMany(statement => Hits(statement, migration.Keyspace));

    private static IEnumerable<LintHit> Hits(SimulatedStatement statement, string keyspace)
    {
        AlterTableStatement alter = (AlterTableStatement)statement.Statement!;
        if (statement.Before.FindTable(alter.Table.Keyspace ?? keyspace, alter.Table.Name) is not { } before)
        {
            yield break;
        }

        foreach (Property option in ((SetTableOptions)alter.Action).Options)
        {
            string[] lost = [.. OptionRisks.LostEntries(option.Name, option.Value, before)];
            if (lost.Length > 0)
            {
                yield return new LintHit(statement, $"The map replaces the old one as a whole: {string.Join(", ", lost)} fall back to the default. Say each key again.", option.Name);
            }
        }
    }
}
