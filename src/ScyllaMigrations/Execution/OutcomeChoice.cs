using System.Collections.Generic;

namespace ScyllaMigrations.Execution;

/// <summary>How a person tells what became of a statement whose outcome nothing else can tell.</summary>
internal static class OutcomeChoice
{
    public const string Applied = "outcome-applied";
    public const string NotApplied = "outcome-not-applied";

    /// <summary>The choice in words.</summary>
    public static string Explain(int step) =>
        $"Look at the cluster, then run again with the override '{Applied}' (statement {step} took effect; the run goes on after it) "
        + $"or '{NotApplied}' (it did not; it is sent again), each with a reason.";

    /// <summary>True for applied, false for not applied, null when nothing was chosen.</summary>
    public static bool? Read(IReadOnlyDictionary<string, string> overrides) =>
        overrides.ContainsKey(Applied) ? true : overrides.ContainsKey(NotApplied) ? false : null;
}
