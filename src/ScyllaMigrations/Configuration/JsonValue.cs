using System.Collections.Generic;
using System.Text.Json;

namespace ScyllaMigrations.Configuration;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class JsonValue
{
    /// <summary>String, number, true, false, null, start of object or of array.</summary>
    public required JsonTokenType Kind { get; init; }

    /// <summary>Its place in the text, in UTF-16 units from 0.</summary>
    public required int Offset { get; init; }

    /// <summary>A string's contents, a number's digits, <c>true</c> or <c>false</c>; empty otherwise.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>An object's members in order.</summary>
    public List<(string Name, int Offset, JsonValue Value)> Members { get; } = [];

    /// <summary>An array's items in order.</summary>
    public List<JsonValue> Items { get; } = [];

    /// <summary>What it is, for error texts.</summary>
    public string Description => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"'{Text}'",
        JsonTokenType.Null => "null",
        _ => Text,
    };
}
