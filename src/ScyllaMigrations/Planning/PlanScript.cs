using System.Text;

namespace ScyllaMigrations.Planning;

/// <summary>A plan as a CQL script that a person can read and any CQL shell can run.</summary>
public static class PlanScript
{
    /// <summary>The script, with LF line endings. Ids of new tables are not in it: only a run draws them.</summary>
    /// <param name="plan">The plan.</param>
    public static string Render(MigrationPlan plan)
    {
        StringBuilder text = new();
        text.Append("-- keyspace ").Append(plan.Keyspace).Append(", ").Append(PlanText.Path(plan)).Append(", ").Append(plan.Dialect).Append('\n');
        text.Append("-- plan ").Append(plan.Hash).Append('\n');
        string? place = null;
        foreach (PlanStep step in plan.Steps)
        {
            string here = $"{step.Migration} {step.File}";
            text.Append('\n');
            if (here != place)
            {
                text.Append("-- version ").Append(here).Append('\n');
                place = here;
            }

            if (step.Loss != DataLoss.None || step.Risk != StepRisk.Low)
            {
                text.Append("-- ").Append(PlanText.RiskOf(step)).Append(": ").Append(step.Reason).Append('\n');
            }

            if (step.Kind == StepKind.NoEffect)
            {
                text.Append("-- changes nothing\n");
            }

            text.Append(step.Cql.Replace("\r\n", "\n")).Append(";\n");
        }

        return text.ToString();
    }
}
