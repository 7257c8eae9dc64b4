using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>One known entry of a compaction strategy's map, and what its value must be.</summary>
/// <param name="Name">The entry.</param>
/// <param name="Check">Gives the complaint about a value, or null when it is right.</param>
internal sealed record SubOption(string Name, Func<string, string?> Check)
{
    public static SubOption Any(string name) => new(name, _ => null);

    public static SubOption Whole(string name, Func<long, string?> range) => new(
        name,
        text => OptionText.TryInteger(text, out long value) ? range(value) : $"{text} is not a parsable int (base10) for {name}");

    public static SubOption Fraction(string name, Func<double, string?> range, string kind = "float") => new(
        name,
        text => OptionText.TryDouble(text, out double value) ? range(value) : $"{text} is not a parsable {kind} for {name}");

    public static SubOption Switch(string name, Func<string, string> complaint) => new(
        name,
        text => text.ToLowerInvariant() is "true" or "false" ? null : complaint(text));

    public static SubOption OneOf(string name, Func<string, string> complaint, params string[] values) => new(
        name,
        text => Array.IndexOf(values, text) >= 0 ? null : complaint(text));
}
