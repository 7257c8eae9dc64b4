using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Drift;

/// <summary>Differences between the expected and the live schema of a keyspace, in words.</summary>
internal static class SchemaDifferences
{
    private static readonly string[] Order = ["Missing", "Changed", "Unexpected"];

    /// <summary>All differences, missing objects first; ids and drop times do not count.</summary>
    public static IReadOnlyList<ValidationDifference> Between(ClusterSchema expected, ClusterSchema actual, string keyspace) =>
        [.. SchemaObjects.Different(expected, actual, keyspace)
            .SelectMany(what => Describe(expected, actual, what))
            .OrderBy(difference => Array.IndexOf(Order, difference.Kind))];

    private static List<ValidationDifference> Describe(ClusterSchema expected, ClusterSchema actual, SchemaObject what)
    {
        string name = NameOf(what);
        bool wanted = ObjectFingerprint.Of(expected, what, false) is not null;
        bool found = ObjectFingerprint.Of(actual, what, false) is not null;
        if (!wanted || !found)
        {
            return [wanted ? Make("Missing", name, "present", null, $"missing {name}") : Make("Unexpected", name, null, "present", $"unexpected {name}")];
        }

        List<ValidationDifference> parts = what.Kind == SchemaObjectKind.Table
            ? [.. TableParts(expected.FindTable(what.Keyspace!, what.Name)!, actual.FindTable(what.Keyspace!, what.Name)!)]
            : what.Kind == SchemaObjectKind.Keyspace ? [.. KeyspaceParts(expected.FindKeyspace(what.Name)!, actual.FindKeyspace(what.Name)!)] : [];
        return parts.Count > 0 ? parts : [Make("Changed", name, "as the migrations say", "something else", $"changed {name}")];
    }

    private static IEnumerable<ValidationDifference> TableParts(TableSchema expected, TableSchema actual)
    {
        foreach (ColumnSchema column in expected.Columns)
        {
            string name = $"column {expected.Name}.{column.Name}";
            if (actual.FindColumn(column.Name) is not { } live)
            {
                yield return Make("Missing", name, column.Type.CqlName, null, $"missing {name}");
            }
            else if (live != column)
            {
                yield return Make("Changed", name, Words(column), Words(live), $"changed {name}: expected {Words(column)}, found {Words(live)}");
            }
        }

        foreach (ColumnSchema column in actual.Columns.Where(column => expected.FindColumn(column.Name) is null))
        {
            yield return Make("Unexpected", $"column {expected.Name}.{column.Name}", null, Words(column), $"unexpected column {expected.Name}.{column.Name}");
        }

        foreach (string option in expected.Options.Values.Keys.Concat(actual.Options.Values.Keys).Distinct().OrderBy(option => option, StringComparer.Ordinal))
        {
            string? wanted = expected.Options.Values.Find(option)?.ToString();
            string? found = actual.Options.Values.Find(option)?.ToString();
            if (wanted != found && ObjectFingerprint.IsReadableOption(option, expected.Options.Values.Find(option) ?? actual.Options.Values.Find(option)!))
            {
                string name = $"option {expected.Name}.{option}";
                yield return Make("Changed", name, wanted, found, $"changed {name}: expected {wanted ?? "none"}, found {found ?? "none"}");
            }
        }

        foreach (string dropped in expected.DroppedColumns.Keys.Concat(actual.DroppedColumns.Keys).Distinct())
        {
            bool wanted = expected.DroppedColumns.ContainsKey(dropped);
            if (wanted != actual.DroppedColumns.ContainsKey(dropped))
            {
                string name = $"dropped column {expected.Name}.{dropped}";
                yield return wanted ? Make("Missing", name, "dropped", null, $"missing {name}") : Make("Unexpected", name, null, "dropped", $"unexpected {name}");
            }
        }
    }

    private static IEnumerable<ValidationDifference> KeyspaceParts(KeyspaceSchema expected, KeyspaceSchema actual)
    {
        if (expected.Replication != actual.Replication)
        {
            yield return Make(
                "Changed",
                $"keyspace {expected.Name}",
                Words(expected.Replication),
                Words(actual.Replication),
                $"changed keyspace {expected.Name}: expected replication {Words(expected.Replication)}, found {Words(actual.Replication)}");
        }
    }

    // Programs look for the bare name: "missing table partition_stats".
    private static string NameOf(SchemaObject what) =>
        what.Kind == SchemaObjectKind.Keyspace ? $"keyspace {what.Name}" : $"{what.Kind.ToString().ToLowerInvariant()} {what.Name}";

    private static string Words(ColumnSchema column) =>
        column.Type.CqlName + (column.Kind == ColumnKind.Regular ? string.Empty : $" ({column.Kind.ToString().ToLowerInvariant()}{(column.Descending ? ", descending" : string.Empty)})");

    private static string Words(ReplicationSchema replication) =>
        string.Join(", ", new[] { replication.Class }.Concat(replication.Options.Select(option => $"{option.Key}: {option.Value}")));

    private static ValidationDifference Make(string kind, string what, string? expected, string? actual, string message) =>
        new() { Kind = kind, Object = what, Expected = expected, Actual = actual, Message = message };
}
