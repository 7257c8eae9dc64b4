using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Tells option values that mean the same: defaults spelled out or not, `1` or `1.0`, full or short class names.</summary>
internal sealed class OptionNoise(CqlDialect dialect)
{
    private readonly TableOptions _defaults = TableDefaults.Of(dialect);

    /// <summary>Names of the options that differ in meaning.</summary>
    public List<string> Changed(TableOptions from, TableOptions to) =>
    [
        .. from.Values.Keys.Union(to.Values.Keys).OrderBy(n => n, System.StringComparer.Ordinal).Where(n => !Same(n, Value(from, n), Value(to, n))),
    ];

    public OptionValue? Value(TableOptions options, string name) => options.Values.Find(name) ?? _defaults.Values.Find(name);

    private static bool Same(string name, OptionValue? left, OptionValue? right)
    {
        if (left is null || right is null || left == right)
        {
            return left == right || Silent(name, left ?? right);
        }

        if (left.Map is null || right.Map is null)
        {
            return left.Map is null && right.Map is null && SameText(left.Text!, right.Text!);
        }

        return Plain(left.Map) == Plain(right.Map);
    }

    // Options a server leaves out of its tables while they are at their default.
    private static bool Silent(string name, OptionValue? value) =>
        value?.Map is { } map && (map.Count == 0 || (name == "cdc" && map.Find("enabled") != "true"));

    private static bool SameText(string left, string right) => left == right
        || (OptionText.TryDouble(left, out double a) && OptionText.TryDouble(right, out double b) && a.Equals(b))
        || string.Equals(left, right, System.StringComparison.OrdinalIgnoreCase) && left is "true" or "false";

    private static PersistentMap<string, string> Plain(PersistentMap<string, string> map) => PersistentMap.From(map.Select(
        e => new KeyValuePair<string, string>(e.Key, PlainText(e.Value))));

    private static string PlainText(string text)
    {
        string last = text.StartsWith("org.apache.cassandra.", System.StringComparison.Ordinal) ? text.Substring(text.LastIndexOf('.') + 1) : text;
        return OptionText.TryDouble(last, out double number) ? OptionText.Of(number) : last;
    }
}
