using System.Globalization;
using System.Text;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>The hash that chains version entries: each covers its own contents and the hash of the entry before it.</summary>
internal static class EntryHash
{
    /// <summary>SHA-256 as lower-case hex over all of an entry but its own hash.</summary>
    public static string Compute(HistoryEntry entry)
    {
        StringBuilder text = new();
        Add(text, entry.Entry.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.Action.ToString());
        Add(text, entry.Version);
        Add(text, entry.Description);
        Add(text, entry.Kind.ToString());
        Add(text, entry.Checksum);
        Add(text, entry.AppliedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Add(text, entry.DurationMilliseconds.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.AppliedBy);
        Add(text, entry.Host);
        Add(text, entry.ToolVersion);
        Add(text, entry.PlanHash);
        Add(text, entry.Run?.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.PreviousHash);
        return ScriptChecksum.Sha256(text.ToString());
    }

    // Lengths in front keep two different entries from giving one text.
    private static void Add(StringBuilder text, string? value)
    {
        if (value is null)
        {
            text.Append("-;");
            return;
        }

        text.Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value).Append(';');
    }
}
