using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Makes a script from text and finds what is wrong with it before any parsing.</summary>
internal static class ScriptReader
{
    private static readonly string[] AlwaysKnown = ["keyspace", "replication"];

    /// <summary>Reads a script.</summary>
    /// <param name="name">The file's name, or another that tells a person where the text is from.</param>
    /// <param name="text">The text.</param>
    /// <param name="knownVariables">Variables that will have a value; null leaves them unchecked.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public static MigrationScript Read(string name, string text, IReadOnlyCollection<string>? knownVariables, ICollection<Finding> findings)
    {
        SourceText source = new(name, text);
        ScriptScan scan = ScriptScanner.Scan(source);
        MigrationSettings settings = SettingsReader.Read(source, scan, findings);
        if (!scan.HasStatements)
        {
            findings.Add(new Finding(FindingIds.EmptyScript, FindingSeverity.Error, "The script holds no statement.") { File = name });
        }

        if (knownVariables is null)
        {
            foreach (Finding finding in scan.Findings)
            {
                findings.Add(finding);
            }
        }
        else
        {
            Dictionary<string, string> values = knownVariables.Concat(AlwaysKnown).Distinct(System.StringComparer.Ordinal)
                .ToDictionary(variable => variable, _ => string.Empty, System.StringComparer.Ordinal);
            foreach (Finding finding in PreparedScript.Create(source, values).Findings)
            {
                findings.Add(finding);
            }
        }

        return new MigrationScript(source, ScriptChecksum.Compute(source.Text)) { Settings = settings };
    }
}
