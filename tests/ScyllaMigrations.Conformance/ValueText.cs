using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Conformance;

/// <summary>Writes values of answers like CQL literals.</summary>
public static class ValueText
{
    /// <summary>The text of a value of a type.</summary>
    public static string Write(object? value, CqlType type) => (value, type) switch
    {
        (null, _) => "null",
        (IReadOnlyDictionary<string, object?> fields, UserType) => Join("{", "}", fields.Select(field => $"{field.Key}: {WriteUntyped(field.Value)}")),
        (IReadOnlyDictionary<object, object?> map, MapType { Key: var key, Value: var item }) =>
            Join("{", "}", map.Select(entry => $"{Write(entry.Key, key)}: {Write(entry.Value, item)}")),
        (IEnumerable values, SetType { Element: var element }) => Join("{", "}", values.Cast<object?>().Select(item => Write(item, element))),
        (IEnumerable values, ListType { Element: var element }) => Join("[", "]", values.Cast<object?>().Select(item => Write(item, element))),
        (IEnumerable values, VectorType { Element: var element }) => Join("[", "]", values.Cast<object?>().Select(item => Write(item, element))),
        (IEnumerable values, TupleType { Elements: var elements }) =>
            Join("(", ")", values.Cast<object?>().Select((item, i) => Write(item, elements[i]))),
        (string text, NativeType { Kind: NativeTypeKind.Decimal or NativeTypeKind.Date or NativeTypeKind.Time or NativeTypeKind.Duration }) => text,
        _ => WriteUntyped(value),
    };

    private static string WriteUntyped(object? value) => value switch
    {
        null => "null",
        string text => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        bool flag => flag ? "true" : "false",
        byte[] bytes => "0x" + Convert.ToHexStringLower(bytes),
        DateTimeOffset time => "'" + time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + "Z'",
        IPAddress address => $"'{address}'",
        IReadOnlyDictionary<string, object?> fields => Join("{", "}", fields.Select(field => $"{field.Key}: {WriteUntyped(field.Value)}")),
        IEnumerable values => Join("[", "]", values.Cast<object?>().Select(WriteUntyped)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Join(string open, string close, IEnumerable<string> parts) => open + string.Join(", ", parts) + close;
}
