using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>
/// <c>migrations.sum</c>: a first line <c>total HASH</c> over all that follows, then <c>HASH NAME</c> for each script, by name. Because the
/// first line changes with every added file, two branches that both add one collide in git, where a person decides the order.
/// </summary>
public static class SumFile
{
    /// <summary>The file's name in the folder of migrations.</summary>
    public const string Name = "migrations.sum";

    private static readonly Regex Line = new("^(?<hash>[0-9a-f]{64}) (?<name>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>The text of a sum file, with LF line endings.</summary>
    /// <param name="checksums">Each script's name and checksum, in any order.</param>
    public static string Format(IEnumerable<KeyValuePair<string, string>> checksums)
    {
        StringBuilder lines = new();
        foreach (KeyValuePair<string, string> script in checksums.OrderBy(script => script.Key, StringComparer.Ordinal))
        {
            lines.Append(script.Value).Append(' ').Append(script.Key).Append('\n');
        }

        string text = lines.ToString();
        return "total " + ScriptChecksum.Sha256(text) + "\n" + text;
    }

    /// <summary>Compares a sum file with the scripts that are there.</summary>
    /// <param name="sum">The file.</param>
    /// <param name="checksums">Each script's name and checksum.</param>
    public static IReadOnlyList<Finding> Compare(SourceText sum, IReadOnlyDictionary<string, string> checksums)
    {
        List<Finding> findings = [];
        Dictionary<string, string> listed = new(StringComparer.Ordinal);
        StringBuilder body = new();
        for (int number = 2; number <= sum.LineCount; number++)
        {
            string line = sum.GetLine(number);
            Match match = Line.Match(line);
            if (match.Success && !listed.ContainsKey(match.Groups["name"].Value))
            {
                listed.Add(match.Groups["name"].Value, match.Groups["hash"].Value);
                body.Append(line).Append('\n');
                CompareOne(sum, number, match, checksums, findings);
            }
            else if (line.Length > 0)
            {
                findings.Add(At(sum, number, 1, match.Success ? $"'{match.Groups["name"].Value}' is listed twice." : "The line is no 'HASH NAME'."));
            }
        }

        foreach (string name in checksums.Keys.Where(name => !listed.ContainsKey(name)).OrderBy(name => name, StringComparer.Ordinal))
        {
            findings.Add(Mismatch($"'{name}' is not listed in {Name}.") with { File = name });
        }

        // A wrong total alone means a merge by hand; beside other findings it says nothing new.
        if (findings.Count == 0 && sum.GetLine(1) != "total " + ScriptChecksum.Sha256(body.ToString()))
        {
            findings.Add(At(sum, 1, 1, "The total does not fit the lines below it, as after a merge by hand."));
        }

        return findings;
    }

    private static void CompareOne(SourceText sum, int number, Match match, IReadOnlyDictionary<string, string> checksums, List<Finding> findings)
    {
        string name = match.Groups["name"].Value;
        if (!checksums.TryGetValue(name, out string? checksum))
        {
            findings.Add(At(sum, number, match.Groups["name"].Index + 1, $"'{name}' is listed, but there is no such file."));
        }
        else if (checksum != match.Groups["hash"].Value)
        {
            findings.Add(At(sum, number, 1, $"'{name}' was changed: its checksum is now {checksum}."));
        }
    }

    private static Finding At(SourceText sum, int line, int column, string message) =>
        Mismatch(message) with { File = sum.Path, Line = line, Column = column, LineText = sum.GetLine(line) };

    private static Finding Mismatch(string message) => new(FindingIds.SumMismatch, FindingSeverity.Error, message)
    {
        Remedy = "When the change is meant, rewrite the file with 'migration-cli lint --update-sum'.",
    };
}
