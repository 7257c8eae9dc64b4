using System;
using System.Collections.Generic;
using System.Globalization;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What stands after WITH, read the way the servers read it.</summary>
internal sealed class PropertySet
{
    private readonly Dictionary<string, Term> _values = new(StringComparer.Ordinal);
    private readonly bool _scylla;

    public PropertySet(ValueList<Property> properties, CqlDialect dialect)
    {
        _scylla = dialect.IsScylla;
        foreach (Property property in properties)
        {
            if (_values.ContainsKey(property.Name))
            {
                throw Refusal.Syntax(
                    $"Multiple definition{(_scylla ? string.Empty : "s")} for property '{property.Name}'", property.Name);
            }

            _values.Add(property.Name, property.Value);
        }
    }

    public IEnumerable<string> Names => _values.Keys;

    public bool Has(string name) => _values.ContainsKey(name);

    public Term? Term(string name) => _values.TryGetValue(name, out Term? value) ? value : null;

    public void Remove(string name) => _values.Remove(name);

    public bool IsMap(string name) => _values.TryGetValue(name, out Term? value) && MapOf(value) is not null;

    /// <summary>A plain value's text; null when the property is absent.</summary>
    public string? Text(string name)
    {
        if (!_values.TryGetValue(name, out Term? value))
        {
            return null;
        }

        return value is ConstantTerm constant
            ? constant.Text
            : throw Refusal.Syntax($"Invalid value for property '{name}'. It should be a string" + (_scylla ? "." : string.Empty), name);
    }

    /// <summary>A map's entries as texts; null when the property is absent.</summary>
    public PersistentMap<string, string>? Map(string name)
    {
        if (!_values.TryGetValue(name, out Term? value))
        {
            return null;
        }

        return MapOf(value) ?? throw Refusal.Syntax($"Invalid value for property '{name}'. It should be a map.", name);
    }

    public int? Integer(string name) => Text(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Refusal.Syntax($"Invalid integer value {text} for '{name}'", name);

    public double? Double(string name) => Text(name) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Refusal.Syntax($"Invalid double value {text} for '{name}'", name);

    public bool? Boolean(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null => null,
        "1" or "true" or "yes" => true,
        "0" or "false" or "no" => false,
        string other => throw Refusal.Syntax(
            $"Invalid boolean value {other} for '{name}'. Positive values can be '1', 'true' or 'yes'."
            + " Negative values can be '0', 'false' or 'no'.",
            name),
    };

    /// <summary>Refuses a property that the server does not know; it does so before it looks at anything else.</summary>
    public void CheckKnown(Func<string, bool> isKnown)
    {
        foreach (string name in _values.Keys)
        {
            if (!isKnown(name))
            {
                throw Refusal.Syntax($"Unknown property '{name}'", name);
            }
        }
    }

    public static PersistentMap<string, string>? MapOf(Term value)
    {
        if (value is SetTerm { Elements.Count: 0 })
        {
            return PersistentMap<string, string>.Empty;
        }

        if (value is not MapTerm map)
        {
            return null;
        }

        PersistentMap<string, string> entries = PersistentMap<string, string>.Empty;
        foreach (MapEntry entry in map.Entries)
        {
            entries = entries.Set(TextOf(entry.Key), TextOf(entry.Value));
        }

        return entries;
    }

    private static string TextOf(Term term) => term switch
    {
        ConstantTerm constant => constant.Text,
        ListTerm list => "[" + string.Join(", ", System.Linq.Enumerable.Select(list.Elements, e => "'" + TextOf(e) + "'")) + "]",
        _ => throw Refusal.Syntax("Invalid property value: expected a constant"),
    };
}
