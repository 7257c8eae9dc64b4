using System;
using System.Collections;
using System.Collections.Generic;

namespace ScyllaMigrations.Driver.Values;

/// <summary>Entries of any of the usual kinds of dictionaries.</summary>
internal static class MapEntries
{
    public static IEnumerable<(object Key, object? Value)> Of(IEnumerable map)
    {
        if (map is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                yield return (entry.Key, entry.Value);
            }
        }
        else if (map is IEnumerable<KeyValuePair<object, object?>> pairs)
        {
            foreach (KeyValuePair<object, object?> pair in pairs)
            {
                yield return (pair.Key, pair.Value);
            }
        }
        else
        {
            throw new InvalidCastException("it is no dictionary of objects");
        }
    }
}
