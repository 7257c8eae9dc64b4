using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Clusters;

/// <summary>
/// One row of an answer. Values are, by CQL type: text, varchar, ascii → string; tinyint → sbyte; smallint → short; int → int; bigint, counter → long;
/// varint → BigInteger; float, double → float, double; decimal → string as CQL shows it; boolean → bool; blob and custom → byte[]; uuid, timeuuid → Guid;
/// timestamp → DateTimeOffset (UTC, milliseconds); date, time, duration → string as CQL shows it; inet → IPAddress; list, set, vector, tuple → IReadOnlyList of object;
/// map → IReadOnlyDictionary of object to object; user type → IReadOnlyDictionary of string to object; null → null.
/// </summary>
public sealed class CqlRow
{
    private readonly IReadOnlyList<CqlColumn> _columns;
    private readonly object?[] _values;

    /// <summary>Makes a row; both lists are equally long.</summary>
    public CqlRow(IReadOnlyList<CqlColumn> columns, object?[] values)
    {
        if (columns.Count != values.Length)
        {
            throw new ArgumentException($"{values.Length} values for {columns.Count} columns.", nameof(values));
        }

        _columns = columns;
        _values = values;
    }

    /// <summary>The columns, in the order of the values.</summary>
    public IReadOnlyList<CqlColumn> Columns => _columns;

    /// <summary>The value at a position.</summary>
    public object? this[int index] => _values[index];

    /// <summary>The value of a column.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column in the answer.</exception>
    public object? this[string column] =>
        TryGet(column, out object? value) ? value : throw new KeyNotFoundException($"The answer has no column '{column}'.");

    /// <summary>The value of a column as a type; the type's default for null.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column in the answer.</exception>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T? Get<T>(string column) => this[column] is { } value ? (T)value : default;

    /// <summary>Looks a value up.</summary>
    public bool TryGet(string column, out object? value)
    {
        for (int i = 0; i < _columns.Count; i++)
        {
            if (string.Equals(_columns[i].Name, column, StringComparison.Ordinal))
            {
                value = _values[i];
                return true;
            }
        }

        value = null;
        return false;
    }
}
