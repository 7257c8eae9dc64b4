using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Conformance;

/// <summary>Runs a case on a cluster and compares.</summary>
public sealed partial class CaseRunner
{
    private readonly ICluster _cluster;
    private readonly string _keyspace;

    /// <summary>Makes a runner for a keyspace that is there and empty.</summary>
    public CaseRunner(ICluster cluster, string keyspace)
    {
        _cluster = cluster;
        _keyspace = keyspace;
    }

    /// <summary>Sends a statement of a case.</summary>
    /// <returns>The answer, with the case's name of the keyspace in the error's text.</returns>
    public async Task<(CqlResult? Result, (int Code, string Text)? Error)> SendAsync(CaseStep step)
    {
        try
        {
            string cql = KeyspaceWord().Replace(step.Cql, _keyspace);
            return (await _cluster.Session.ExecuteAsync(new CqlRequest(cql) { Timeout = TimeSpan.FromSeconds(60) }, CancellationToken.None), null);
        }
        catch (CqlServerException e)
        {
            return (null, (e.ServerCode, e.Message.Replace(_keyspace, "ks", StringComparison.Ordinal)));
        }
    }

    /// <summary>Runs a case.</summary>
    /// <returns>What differs, each with its line; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CaseFile file)
    {
        List<string> differences = [];
        foreach (CaseStep step in file.Steps)
        {
            (CqlResult? result, (int Code, string Text)? error) = await SendAsync(step);
            string? difference = error is { } failure
                ? CompareError(step, failure, _cluster.Capabilities.Dialect.IsCassandra)
                : step.Error is { } expected
                    ? $"expected error {Format(expected)}, but it was accepted"
                    : CompareRows(step, Render(result!));
            if (difference is not null)
            {
                differences.Add($"{file.Name}.cql:{step.Line}: {step.Cql.Split('\n')[0]}\n  {difference}");
            }
        }

        return differences;
    }

    /// <summary>An answer as texts of cells, the column names first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Render(CqlResult result) =>
    [
        [.. result.Columns.Select(column => column.Name)],
        .. result.Rows.Select(row => (IReadOnlyList<string>)
            [.. result.Columns.Select((column, i) => ValueText.Write(row[i], column.Type).Replace(_keyspace, "ks", StringComparison.Ordinal))]),
    ];

    /// <summary>An error as in a case.</summary>
    public static string Format((int Code, string Text) error) => string.Create(CultureInfo.InvariantCulture, $"{error.Code:x4} {error.Text}");

    private static string? CompareError(CaseStep step, (int Code, string Text) actual, bool textCounts)
    {
        if (step.Error is not { } expected)
        {
            return $"was refused: {Format(actual)}";
        }

        bool fits = expected.Code == actual.Code
            && (!textCounts || (expected.Text.EndsWith('…') ? actual.Text.StartsWith(expected.Text[..^1], StringComparison.Ordinal) : expected.Text == actual.Text));
        return fits ? null : $"expected error {Format(expected)}\n  but got        {Format(actual)}";
    }

    private static string? CompareRows(CaseStep step, IReadOnlyList<IReadOnlyList<string>> actual)
    {
        if (step.Rows is not { } expected)
        {
            return null;
        }

        bool fits = expected.Count == actual.Count && RowFits(expected[0], actual[0])
            && (step.AnyOrder
                ? expected.Skip(1).All(row => actual.Skip(1).Any(other => RowFits(row, other))) && actual.Skip(1).All(row => expected.Skip(1).Any(other => RowFits(other, row)))
                : expected.Zip(actual).All(pair => RowFits(pair.First, pair.Second)));
        return fits ? null : $"expected\n{Table(expected)}  but got\n{Table(actual)}".TrimEnd();
    }

    private static bool RowFits(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected.Count == actual.Count && expected.Zip(actual).All(cells => cells.First == "_" || cells.First == cells.Second);

    private static string Table(IEnumerable<IReadOnlyList<string>> rows) => string.Concat(rows.Select(row => $"    {string.Join(" | ", row)}\n"));

    [GeneratedRegex(@"\bks\b", RegexOptions.CultureInvariant)]
    private static partial Regex KeyspaceWord();
}
