using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Embedded;

/// <summary>What a run of scripts came to.</summary>
/// <param name="Verdicts">One for each statement, in order.</param>
/// <param name="Schema">The schema at the end.</param>
public sealed record CqlScratchResult(IReadOnlyList<CqlScratchVerdict> Verdicts, ClusterSchema Schema)
{
    /// <summary>Whether no statement was refused.</summary>
    public bool Succeeded => Verdicts.All(v => v.Outcome != CqlScratchOutcome.Refused);
}
