using System.Globalization;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The options of a table or view, in the form a server stores them.</summary>
/// <remarks>
/// Classes of the servers' own packages are kept by their short name, numbers and booleans as text. Options that only one product knows
/// are kept as they are. An option that is absent has the value the server gives when it is not written down.
/// </remarks>
/// <param name="Values">Option values by name in lower case.</param>
public sealed record TableOptions(PersistentMap<string, OptionValue> Values)
{
    /// <summary>No options.</summary>
    public static TableOptions Empty { get; } = new(PersistentMap<string, OptionValue>.Empty);

    /// <summary>The comment; empty when there is none.</summary>
    public string Comment => Text("comment") ?? string.Empty;

    /// <summary>Seconds that rows live unless a write says otherwise; 0 for ever.</summary>
    public int DefaultTimeToLive => Number("default_time_to_live", 0);

    /// <summary>Seconds that tombstones are kept.</summary>
    public int GcGraceSeconds => Number("gc_grace_seconds", 864000);

    /// <summary>The compaction strategy with its options.</summary>
    public PersistentMap<string, string>? Compaction => Values.Find("compaction")?.Map;

    /// <summary>A plain option's text, or null.</summary>
    /// <param name="name">The option.</param>
    public string? Text(string name) => Values.Find(name)?.Text;

    /// <summary>These options with one replaced.</summary>
    /// <param name="name">The option.</param>
    /// <param name="value">Its value as stored.</param>
    public TableOptions With(string name, OptionValue value) => new(Values.Set(name, value));

    /// <summary>These options without one.</summary>
    /// <param name="name">The option.</param>
    public TableOptions Without(string name) => new(Values.Remove(name));

    private int Number(string name, int missing) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : missing;
}
