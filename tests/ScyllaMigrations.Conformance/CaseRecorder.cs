using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Conformance;

/// <summary>Writes down what a real server answers, in place of the expectations of a case.</summary>
public static class CaseRecorder
{
    /// <summary>The environment variable that names the directory of the cases to write to.</summary>
    public const string Variable = "SCYLLADB_CONFORMANCE_RECORD";

    /// <summary>Runs a case and rewrites its file.</summary>
    public static async Task RecordAsync(CaseRunner runner, string path)
    {
        List<string> lines = [.. await File.ReadAllLinesAsync(path)];
        CaseFile file = CaseFile.Parse(Path.GetFileNameWithoutExtension(path), lines);
        List<(CaseStep Step, List<string> Answer)> answers = [];
        foreach (CaseStep step in file.Steps)
        {
            (CqlResult? result, (int Code, string Text)? error) = await runner.SendAsync(step);
            answers.Add((step, error is { } failure ? [Error(failure)] : Rows(runner, step, result!)));
        }

        lines.RemoveAll(line => line.StartsWith(CaseFile.ErrorMark, StringComparison.Ordinal)
            || line.StartsWith(CaseFile.RowMark, StringComparison.Ordinal)
            || line.StartsWith(CaseFile.AnyOrderMark, StringComparison.Ordinal));
        IReadOnlyList<CaseStep> bare = CaseFile.Parse(file.Name, lines).Steps;
        for (int i = bare.Count - 1; i >= 0; i--)
        {
            lines.InsertRange(bare[i].Line - 1 + bare[i].Cql.Split('\n').Length, answers[i].Answer);
        }

        await File.WriteAllTextAsync(path, string.Join("\n", lines).TrimEnd() + "\n");
    }

    // The text of a syntax error is the parser generator's; nobody else can say it in the same words.
    private static string Error((int Code, string Text) error) =>
        $"{CaseFile.ErrorMark} {(error.Code == 0x2000 ? "2000" : CaseRunner.Format(error))}";

    private static List<string> Rows(CaseRunner runner, CaseStep step, CqlResult result)
    {
        if (result.Columns.Count == 0)
        {
            return [];
        }

        string mark = step.AnyOrder ? CaseFile.AnyOrderMark : CaseFile.RowMark;
        IReadOnlyList<IReadOnlyList<string>> actual = runner.Render(result);
        return [.. actual.Select((row, i) => $"{mark} {string.Join(" | ", row.Select((cell, c) => KeepsWildcard(step, i, c) ? "_" : cell))}")];
    }

    // A cell that was declared unpredictable stays so.
    private static bool KeepsWildcard(CaseStep step, int row, int column) =>
        row > 0 && step.Rows is { } rows && rows.Count > row && rows[row].Count > column && rows[row][column] == "_";
}
