using System.Collections.Generic;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Linting;

/// <summary>One thing that is worth knowing of migrations although servers take it. Pure: looks at scripts and simulated schemas only.</summary>
public abstract class LintRule
{
    /// <summary>The rule's name, as in <c>@allow NAME REASON</c> and in the configuration.</summary>
    public abstract string Name { get; }

    /// <summary>What it finds and why that matters, one or two sentences.</summary>
    public abstract string Summary { get; }

    /// <summary>How grave it is, unless configured otherwise.</summary>
    public virtual FindingSeverity Severity => FindingSeverity.Warning;

    /// <summary>What it finds in a migration; severity and @allow are applied by the caller.</summary>
    /// <param name="migration">The migration with its simulated statements.</param>
    internal abstract IEnumerable<LintHit> Check(LintedMigration migration);
}
