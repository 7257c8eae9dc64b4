using System;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>An option's value: a text, or a map of texts.</summary>
public sealed record OptionValue
{
    private OptionValue(string? text, PersistentMap<string, string>? map)
    {
        Text = text;
        Map = map;
    }

    /// <summary>The text of a plain value (numbers and booleans too), or null.</summary>
    public string? Text { get; }

    /// <summary>The entries of a map, or null.</summary>
    public PersistentMap<string, string>? Map { get; }

    /// <summary>A plain value.</summary>
    /// <param name="text">Its text.</param>
    public static OptionValue Of(string text) => new(text ?? throw new ArgumentNullException(nameof(text)), null);

    /// <summary>A map.</summary>
    /// <param name="map">Its entries.</param>
    public static OptionValue Of(PersistentMap<string, string> map) => new(null, map ?? throw new ArgumentNullException(nameof(map)));

    /// <summary>The value as CQL prints it: `'text'` or `{'key': 'value'}`.</summary>
    public override string ToString() =>
        Map is null ? Quote(Text!) : "{" + string.Join(", ", Map.Select(e => Quote(e.Key) + ": " + Quote(e.Value))) + "}";

    private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";
}
