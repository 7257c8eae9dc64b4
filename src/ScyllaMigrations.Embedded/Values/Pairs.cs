using System.Collections;
using System.Collections.Generic;
using System.Reflection;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Reads dictionaries of any types.</summary>
internal static class Pairs
{
    /// <summary>Keys and values of a dictionary or of a list of pairs; a null key for anything else.</summary>
    public static IEnumerable<(object? Key, object? Value)> Of(IEnumerable items)
    {
        if (items is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                yield return (entry.Key, entry.Value);
            }

            yield break;
        }

        foreach (object? item in items)
        {
            PropertyInfo? key = item?.GetType().GetProperty("Key");
            PropertyInfo? value = item?.GetType().GetProperty("Value");
            yield return (key?.GetValue(item), value?.GetValue(item));
        }
    }
}
