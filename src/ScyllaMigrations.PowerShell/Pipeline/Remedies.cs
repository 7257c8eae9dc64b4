using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>Says a remedy in the words of PowerShell: the library's texts name the options and verbs of <c>migration-cli</c>.</summary>
internal static class Remedies
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, string> Cmdlets = new(StringComparer.Ordinal)
    {
        ["status"] = "Get-ScyllaSchemaStatus",
        ["migrate"] = "Invoke-ScyllaMigration",
        ["rollback"] = "Undo-ScyllaMigration",
        ["validate"] = "Test-ScyllaSchema",
        ["history"] = "Get-ScyllaMigrationHistory",
        ["list"] = "Get-ScyllaMigration",
        ["new"] = "New-ScyllaMigration",
        ["lint"] = "Test-ScyllaMigration",
        ["plan"] = "Get-ScyllaMigrationPlan",
        ["drift"] = "Compare-ScyllaSchema",
        ["unlock"] = "Unlock-ScyllaMigration",
        ["repair"] = "Repair-ScyllaMigrationHistory",
        ["health"] = "Test-ScyllaMigrationHealth",
        ["recommendations"] = "Get-ScyllaMigrationRecommendation",
        ["report"] = "Export-ScyllaMigrationReport",
        ["dump"] = "Export-ScyllaSchema",
        ["backup"] = "Backup-ScyllaSchema",
        ["adopt"] = "Import-ScyllaMigrationHistory",
    };

    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["to"] = "TargetVersion",
    };

    /// <summary>The text with <c>migration-cli verb</c> replaced by its cmdlet and <c>--some-option</c> by <c>-SomeOption</c>.</summary>
    public static string ForPowerShell(string remedy)
    {
        string text = Replace(remedy, "migration-cli (?<verb>[a-z]+)", Command);
        text = Replace(text, @"(?<![\w-])--(?<option>[a-z]+(?:-[a-z]+)*)", option => "-" + Parameter(option.Groups["option"].Value));

        // A text that names both shells' words now names one of them twice.
        return Replace(text, @"(?<first>(?<word>-[A-Z]\w*|[A-Z][a-z]+-Scylla\w+)[^'()]*?'?) (?:\(\k<word>\)|or \k<word>(?![\w-]))", both => both.Groups["first"].Value);
    }

    private static string Replace(string text, string pattern, MatchEvaluator by) =>
        Regex.Replace(text, pattern, by, RegexOptions.ExplicitCapture, Limit);

    private static string Command(Match match) =>
        Cmdlets.TryGetValue(match.Groups["verb"].Value, out string? cmdlet) ? cmdlet : match.Value;

    private static string Parameter(string option) =>
        Parameters.TryGetValue(option, out string? name)
            ? name
            : string.Concat(option.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
