using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>Judges ALTER TABLE … WITH.</summary>
internal static class OptionRisks
{
    private static readonly string[] Maps = ["compaction", "compression", "caching"];

    /// <summary>Judges new options by those before.</summary>
    /// <param name="options">What is set.</param>
    /// <param name="before">The table before.</param>
    /// <param name="after">The table after.</param>
    public static StepAssessment Assess(SetTableOptions options, TableSchema before, TableSchema after)
    {
        int ttlBefore = before.Options.DefaultTimeToLive;
        int ttlAfter = after.Options.DefaultTimeToLive;
        if (ttlAfter > 0 && (ttlBefore == 0 || ttlAfter < ttlBefore))
        {
            string was = ttlBefore == 0 ? "none" : ttlBefore.ToString(CultureInfo.InvariantCulture) + " s";
            return StepAssessment.MayLose($"Rows written from now on live {ttlAfter} s (default_time_to_live was {was}), then they are gone.");
        }

        if (after.Options.GcGraceSeconds < before.Options.GcGraceSeconds)
        {
            return StepAssessment.MayLose($"gc_grace_seconds goes from {before.Options.GcGraceSeconds} to {after.Options.GcGraceSeconds}: deleted rows can come back where repair runs less often than that.");
        }

        string[] lost = [.. options.Options.Where(option => Maps.Contains(option.Name)).SelectMany(option => LostEntries(option.Name, option.Value, before))];
        if (lost.Length > 0)
        {
            return StepAssessment.Careful($"The whole map is replaced: {string.Join(", ", lost)} fall back to the default.");
        }

        return options.Options.Any(option => option.Name is "compaction" or "compression")
            ? StepAssessment.Careful("Existing files are rewritten bit by bit, which costs disk and CPU.")
            : StepAssessment.Harmless;
    }

    /// <summary>The entries of an option's map that an ALTER does not repeat, so that the server drops them.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="before">The table before.</param>
    public static IEnumerable<string> LostEntries(string option, Term value, TableSchema before)
    {
        if (value is not MapTerm map || before.Options.Values.Find(option)?.Map is not { } old)
        {
            yield break;
        }

        Dictionary<string, string> given = map.Entries.Where(entry => entry is { Key: ConstantTerm, Value: ConstantTerm })
            .GroupBy(entry => ((ConstantTerm)entry.Key).Text, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => ((ConstantTerm)same.First().Value).Text, StringComparer.Ordinal);

        // With another class the old one's sub-options mean nothing any more.
        if (given.TryGetValue("class", out string? name) && old.Find("class") is { } oldName && !SameClass(name, oldName))
        {
            yield break;
        }

        foreach (KeyValuePair<string, string> entry in old)
        {
            if (!given.ContainsKey(entry.Key) && !IsDefault(option, entry))
            {
                yield return $"{option} '{entry.Key}' ({entry.Value})";
            }
        }
    }

    private static bool IsDefault(string option, KeyValuePair<string, string> entry) => (option, entry.Key, entry.Value) is
        ("compaction", "max_threshold", "32") or ("compaction", "min_threshold", "4") or ("caching", "keys", "ALL") or ("caching", "rows_per_partition", "NONE")
        or (_, "class" or "sstable_compression", _);

    private static bool SameClass(string left, string right) => string.Equals(Short(left), Short(right), StringComparison.Ordinal);

    private static string Short(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
