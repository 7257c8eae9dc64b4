using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Writing;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>Decides a conditional statement and makes the answer that a server gives.</summary>
internal sealed class ConditionAnswer(TermEvaluator evaluator, TableData data)
{
    private static readonly CqlColumn AppliedColumn = new("[applied]", NativeType.Find("boolean")!);

    /// <summary>The answer when everything holds.</summary>
    public static CqlResult Applied { get; } = new([AppliedColumn], [new CqlRow([AppliedColumn], [true])], [], EmbeddedHost.Id);

    /// <summary>Null when all conditions hold; else the answer with the values that there are.</summary>
    public CqlResult? Decide(IReadOnlyList<RowCondition> conditions, bool isBatch)
    {
        ConditionChecker checker = new(evaluator);
        if (conditions.All(c => checker.Holds(c, data)))
        {
            return null;
        }

        TableModel table = conditions[0].Table;
        ColumnModel[] shown = conditions.Any(c => c.Existence is not null)
            ? [.. table.Columns]
            : [.. (isBatch ? table.PartitionKey.Concat(table.Clustering) : []).Concat(conditions.SelectMany(c => c.Conditions).Select(c => table.Get(c.Column))).Distinct()];
        CqlColumn[] columns = [AppliedColumn, .. shown.Select(c => new CqlColumn(c.Name, c.Type))];
        List<CqlRow> rows = [];

        // The static part shows alone only where no row does.
        foreach (RowCondition condition in conditions.GroupBy(Place, StringComparer.Ordinal).Select(g => g.First()).OrderBy(c => c.Clustering is null))
        {
            if ((condition.Clustering is not null || rows.Count == 0) && Values(condition, shown) is { } values)
            {
                rows.Add(new CqlRow(columns, [false, .. values]));
            }
        }

        return rows.Count > 0
            ? new CqlResult(columns, rows, [], EmbeddedHost.Id)
            : new CqlResult([AppliedColumn], [new CqlRow([AppliedColumn], [false])], [], EmbeddedHost.Id);
    }

    private static string Place(RowCondition condition) =>
        condition.Clustering is null ? string.Empty : string.Join("/", condition.Clustering.Select(Convert.ToBase64String));

    private object?[]? Values(RowCondition condition, ColumnModel[] columns)
    {
        long now = evaluator.Context.NowSeconds;
        Partition? partition = data.Find(condition.Key);
        Row? row = condition.Clustering is null ? partition?.Rows.FirstOrDefault(r => r.IsLive(now)) : partition?.Find(condition.Clustering);
        bool live = row?.IsLive(now) == true;
        if (partition is null || (!live && !partition.Static.HasLiveCells(now)))
        {
            return null;
        }

        return [.. columns.Select(c =>
        {
            byte[]? value = c.Kind switch
            {
                ColumnKind.PartitionKey => condition.Key.Values[c.Schema.Position],
                // A condition on static columns alone is shown with the partition's first row.
                ColumnKind.Clustering => live ? row!.Clustering[c.Schema.Position] : null,
                ColumnKind.Static => c.Read(partition.Static, now),
                _ => live ? c.Read(row!, now) : null,
            };
            return value is null ? null : c.Codec.ToClr(value);
        })];
    }
}
