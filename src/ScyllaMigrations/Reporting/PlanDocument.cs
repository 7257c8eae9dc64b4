using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows a plan.</summary>
public static class PlanDocument
{
    private const int LongestStatement = 160;

    /// <summary>Makes the document: each statement with its risk, what is worth reading, then the plan's hash and a sentence.</summary>
    public static ReportDocument Of(PlanReport plan) =>
        ReportDocument.Of(
        [
            plan.Steps.Count == 0 ? null : Steps(plan),
            .. plan.Steps.Where(step => step.Reason is not null).Select(step => new ReportParagraph($"[{step.Number}] {step.Reason}", Tone(step))),
            .. plan.Warnings.Select(warning => new ReportParagraph($"warning: {warning.Message}", ReportTone.Warning)),
            plan.Steps.Count == 0
                ? null
                : new ReportFacts(
                [
                    new("Cluster", plan.Cluster),
                    new("Keyspace", plan.Keyspace),
                    new("Version", $"{plan.FromVersion ?? "none"} -> {plan.ToVersion ?? "none"}"),
                    new("Plan hash", plan.PlanHash),
                    new("Loses data", plan.LosesData ? new ReportCell("yes", ReportTone.Bad) : "no"),
                    new("Estimated", ReportFormat.Seconds(plan.EstimatedSeconds)),
                ]),
            new ReportParagraph(plan.Message, plan.LosesData ? ReportTone.Bad : ReportTone.Neutral),
        ]);

    /// <summary>The statements as a script that could be run by hand, each under a comment with its origin.</summary>
    public static string Script(PlanReport plan)
    {
        StringBuilder text = new();
        foreach (PlanStepReport step in plan.Steps)
        {
            text.Append("-- ").Append(step.Number).Append(": ").Append(step.Version).Append(' ').Append(step.File).Append(':').Append(step.Line).Append('\n')
                .Append(step.Cql).Append(";\n");
        }

        return text.ToString();
    }

    private static ReportTable Steps(PlanReport plan) =>
        new(
            [new("#", AlignRight: true), new("Version"), new("Risk"), new("Data"), new("Statement", Wraps: true)],
            [
                .. plan.Steps.Select(step => (IReadOnlyList<ReportCell>)
                [
                    ReportFormat.Number(step.Number), step.Version, ReportFormat.Risk(step.Risk), Loss(step.Loss), OneLine(step.Cql),
                ]),
            ]);

    private static ReportTone Tone(PlanStepReport step) =>
        step.Loss == "Certain" || step.Risk == "High" ? ReportTone.Bad : step.Risk == "Medium" ? ReportTone.Warning : ReportTone.Quiet;

    private static ReportCell Loss(string loss) => loss switch
    {
        "None" => "kept",
        "Possible" => new ReportCell("may lose", ReportTone.Warning),
        _ => new ReportCell("LOSES", ReportTone.Bad),
    };

    private static string OneLine(string cql)
    {
        string line = string.Join(" ", cql.Split(['\n', '\r', '\t', ' '], System.StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestStatement ? line : line.Substring(0, LongestStatement - 4) + " ...";
    }
}
