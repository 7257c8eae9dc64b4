using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>What lists, sets, tuples and user types share.</summary>
internal static class Sequences
{
    /// <summary>Element by element, then the shorter first.</summary>
    public static int Compare(List<byte[]> left, List<byte[]> right, ValueCodec element)
    {
        for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            int order = element.Compare(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count - right.Count;
    }

    /// <summary>Component by component; null before any value.</summary>
    public static int CompareComponents(byte[]?[] left, byte[]?[] right, ValueCodec[] codecs)
    {
        for (int i = 0; i < codecs.Length; i++)
        {
            byte[]? a = i < left.Length ? left[i] : null;
            byte[]? b = i < right.Length ? right[i] : null;
            int order = a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1) : codecs[i].Compare(a, b);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Reads components until the bytes end; a user type's later fields may be missing.</summary>
    public static byte[]?[] Unpack(byte[] bytes, int count)
    {
        byte[]?[] values = new byte[count][];
        int at = 0;
        for (int i = 0; i < count && at < bytes.Length; i++)
        {
            values[i] = Wire.ReadSized(bytes, ref at);
        }

        return values;
    }

    /// <summary>Reads JSON that stands in a string.</summary>
    public static JsonElement ParseJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new Clusters.CqlServerException(Cql.Schema.CqlError.Invalid, $"Could not decode JSON string as a map: {error.Message}. (String was: {text})", null, error);
        }
    }
}
