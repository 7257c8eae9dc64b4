using System;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Column and field names in JSON: case is folded unless they stand in double quotes inside the string.</summary>
internal static class JsonNames
{
    public static string ToStored(string name) =>
        name.Length > 1 && name.StartsWith("\"", StringComparison.Ordinal) && name.EndsWith("\"", StringComparison.Ordinal)
            ? name.Substring(1, name.Length - 2).Replace("\"\"", "\"")
            : CqlIdentifier.Fold(name);
}
