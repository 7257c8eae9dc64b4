using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CLUSTERING ORDER BY names clustering columns in key order, from the first on.</summary>
internal static class ClusteringOrderRules
{
    public static void Check(ValueList<ClusteringOrder> order, ValueList<string> clustering, StatementRun run)
    {
        List<string> strangers = [.. order.Select(o => o.Column).Where(c => !clustering.Contains(c))];
        if (run.IsScylla)
        {
            CheckScylla(order, clustering, strangers);
            return;
        }

        if (strangers.Count > 0)
        {
            throw Refusal.Invalid(
                $"Only clustering key columns can be defined in CLUSTERING ORDER directive: [{string.Join(", ", strangers)}] are not clustering columns",
                strangers[0]);
        }

        for (int i = 0; i < order.Count; i++)
        {
            if (order[i].Column == clustering[i])
            {
                continue;
            }

            throw Refusal.Invalid(
                order.Any(o => o.Column == clustering[i])
                    ? "The order of columns in the CLUSTERING ORDER directive must match that of the clustering columns "
                        + $"({clustering[i]} must appear before {order[i].Column})"
                    : $"Missing CLUSTERING ORDER for column {clustering[i]}",
                order[i].Column);
        }
    }

    private static void CheckScylla(ValueList<ClusteringOrder> order, ValueList<string> clustering, List<string> strangers)
    {
        if (order.Count == 0)
        {
            return;
        }

        if (order.Count > clustering.Count || (strangers.Count > 0 && order.Count >= clustering.Count))
        {
            throw Refusal.Invalid("Only clustering key columns can be defined in CLUSTERING ORDER directive", order[order.Count - 1].Column);
        }

        for (int i = 0; i < clustering.Count; i++)
        {
            int place = order.Select(o => o.Column).ToList().IndexOf(clustering[i]);
            if (place < 0)
            {
                throw Refusal.Invalid($"Missing CLUSTERING ORDER for column {clustering[i]}", clustering[i]);
            }

            if (place != i)
            {
                throw Refusal.Invalid(
                    "The order of columns in the CLUSTERING ORDER directive must be the one of the clustering key "
                    + $"({clustering[i]} must appear before {order[i].Column})",
                    order[i].Column);
            }
        }
    }
}
