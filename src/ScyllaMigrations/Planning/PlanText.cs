using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ScyllaMigrations.Planning;

/// <summary>A plan as text for people.</summary>
public static class PlanText
{
    private const int LongestStatement = 72;

    /// <summary>A heading, a table of steps, the reasons for what is risky, the warnings and the hash; LF line endings.</summary>
    /// <param name="plan">The plan.</param>
    public static string Render(MigrationPlan plan)
    {
        StringBuilder text = new();
        if (plan.Steps.Count == 0 && plan.Migrations.Count == 0)
        {
            return text.Append("Keyspace ").Append(plan.Keyspace).Append(" is at version ").Append(plan.From?.ToString() ?? "none").Append("; nothing to do.\n").ToString();
        }

        string statements = plan.Steps.Count == 1 ? "1 statement" : plan.Steps.Count.ToString(CultureInfo.InvariantCulture) + " statements";
        text.Append("Keyspace ").Append(plan.Keyspace).Append(", ").Append(Path(plan)).Append(": ").Append(statements)
            .Append(", about ").Append(Duration(plan.EstimatedDuration)).Append(" on one node\n\n");
        AppendTable(text, plan);
        foreach (PlanStep step in plan.Steps.Where(step => step.Reason is not null))
        {
            text.Append('\n').Append(step.Number).Append(". ").Append(RiskOf(step)).Append(": ").Append(step.Reason);
        }

        if (plan.Steps.Any(step => step.Reason is not null))
        {
            text.Append('\n');
        }

        foreach (string warning in plan.Warnings.Select(warning => warning.ToString()))
        {
            text.Append('\n').Append(warning);
        }

        return text.Append(plan.Warnings.Count > 0 ? "\n" : string.Empty).Append("\nPlan ").Append(plan.Hash).Append('\n').ToString();
    }

    /// <summary>From where to where, such as <c>1.0.0 → 1.1.0</c>.</summary>
    internal static string Path(MigrationPlan plan) => $"{plan.From?.ToString() ?? "nothing"} → {plan.To?.ToString() ?? "nothing"}";

    /// <summary>The words for a step's risk.</summary>
    internal static string RiskOf(PlanStep step) => step.Loss switch
    {
        DataLoss.Certain => "loses data",
        DataLoss.Possible => "may lose data",
        _ => step.Risk.ToString().ToLowerInvariant() + " risk",
    };

    private static void AppendTable(StringBuilder text, MigrationPlan plan)
    {
        List<string[]> rows = [["#", "Version", "Kind", "Risk", "Statement"]];
        rows.AddRange(plan.Steps.Select(step => new[]
        {
            step.Number.ToString(CultureInfo.InvariantCulture), step.Migration, KindOf(step), RiskOf(step), OneLine(step.Cql),
        }));
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                text.Append(row[column].PadRight(widths[column] + 2));
            }

            text.Append(row[4]).Append('\n');
        }
    }

    private static string KindOf(PlanStep step) => step.Kind switch
    {
        StepKind.UnrepeatableData => "data, once",
        StepKind.NoEffect => "no effect",
        _ => step.Kind.ToString().ToLowerInvariant(),
    };

    private static string OneLine(string cql)
    {
        string line = string.Join(" ", cql.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestStatement ? line : line.Substring(0, LongestStatement - 1) + "…";
    }

    private static string Duration(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1)
            ? Math.Ceiling(duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + " ms"
            : duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
