using System.Collections.Generic;

namespace ScyllaMigrations.Reporting;

/// <summary>Names with their values, one a line.</summary>
/// <param name="Facts">The facts in their order.</param>
public sealed record ReportFacts(IReadOnlyList<ReportFact> Facts) : ReportBlock;
