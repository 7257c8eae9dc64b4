using System.Collections.Generic;
using ScyllaMigrations.Linting.Rules;

namespace ScyllaMigrations.Linting;

/// <summary>All rules.</summary>
public static class LintRules
{
    /// <summary>The rules by name.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new AllowFilteringRule(), new AlterIfExistsRule(), new DropColumnRule(), new DropTableRule(), new IfNotExistsHidesDriftRule(), new MissingDownRule(),
        new OtherKeyspaceRule(), new PartialCompactionMapRule(), new ReAddedColumnRule(), new SimpleStrategyRule(), new TruncateRule(), new TwcsWithoutTtlRule(),
        new TypeAddIrreversibleRule(),
    ];
}
