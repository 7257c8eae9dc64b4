using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ScyllaMigrations.Conformance;

/// <summary>A case; <c>cases/README.md</c> says what its file looks like.</summary>
public sealed record CaseFile(string Name, IReadOnlyList<CaseStep> Steps)
{
    /// <summary>Marks of the lines below a statement.</summary>
    public const string RowMark = "-->";

    /// <summary>As <see cref="RowMark"/>, for rows in any order.</summary>
    public const string AnyOrderMark = "--~";

    /// <summary>Mark of an expected error.</summary>
    public const string ErrorMark = "--!";

    /// <summary>The dialects that the case is about; empty for all.</summary>
    public IReadOnlyList<string> Dialects { get; init; } = [];

    /// <summary>Features that the server must have switched on.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is not as the README says; names the line.</exception>
    public static CaseFile Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path));

    /// <summary>Reads the lines of a file.</summary>
    public static CaseFile Parse(string name, IReadOnlyList<string> lines)
    {
        List<CaseStep> steps = [];
        List<string> dialects = [];
        List<string> features = [];
        List<string> statement = [];
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i].TrimEnd();
            if (statement.Count == 0 && line.StartsWith("--", StringComparison.Ordinal))
            {
                ReadComment(line, i + 1, steps, dialects, features);
            }
            else if (line.Length > 0)
            {
                statement.Add(line);
                if (Ends(statement))
                {
                    string text = string.Join("\n", statement);
                    steps.Add(new CaseStep(i + 2 - statement.Count, text[..^1]));
                    statement.Clear();
                }
            }
        }

        return statement.Count == 0
            ? new CaseFile(name, steps) { Dialects = dialects, Features = features }
            : throw new FormatException($"{name}: the last statement has no semicolon at the end of its line.");
    }

    private static bool Ends(List<string> statement) =>
        statement[^1].EndsWith(';')
        && (!statement[0].StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase) || statement[^1].EndsWith("APPLY BATCH;", StringComparison.OrdinalIgnoreCase));

    private static void ReadComment(string line, int number, List<CaseStep> steps, List<string> dialects, List<string> features)
    {
        string mark = line.Length >= 3 ? line[..3] : line;
        string rest = line.Length >= 3 ? line[3..].Trim() : string.Empty;
        if (mark is RowMark or AnyOrderMark or ErrorMark)
        {
            if (steps.Count == 0)
            {
                throw new FormatException($"Line {number}: there is no statement above it.");
            }

            steps[^1] = mark == ErrorMark ? steps[^1] with { Error = ReadError(rest, number) } : AddRow(steps[^1], rest, mark == AnyOrderMark);
        }
        else if (line.StartsWith("-- @dialect ", StringComparison.Ordinal))
        {
            dialects.AddRange(line["-- @dialect ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        else if (line.StartsWith("-- @feature ", StringComparison.Ordinal))
        {
            features.AddRange(line["-- @feature ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static (int Code, string Text) ReadError(string rest, int number)
    {
        string[] parts = rest.Split(' ', 2);
        return int.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            ? (code, parts.Length > 1 ? parts[1].Trim() : "…")
            : throw new FormatException($"Line {number}: '{parts[0]}' is no error code.");
    }

    private static CaseStep AddRow(CaseStep step, string rest, bool anyOrder) =>
        step with { AnyOrder = anyOrder, Rows = [.. step.Rows ?? [], [.. rest.Split(" | ").Select(cell => cell.Trim())]] };
}
