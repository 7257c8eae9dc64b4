using System;
using System.Text;
using System.Text.Json;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Configuration;

/// <summary>Reads JSON into values with places; comments and trailing commas are allowed, as in most configuration files.</summary>
internal static class JsonValueReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };

    /// <summary>Reads a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">Where it is wrong; 0 when it is not.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static JsonValue? Read(SourceText source, out int offset, out string? error)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(source.Text);
        Utf8JsonReader reader = new(bytes, Options);
        offset = 0;
        try
        {
            reader.Read();
            JsonValue value = ReadValue(ref reader, bytes);
            reader.Read();
            error = null;
            return value;
        }
        catch (JsonException exception)
        {
            offset = OffsetOf(exception, source.Text, bytes);
            int tail = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            error = tail < 0 ? exception.Message : exception.Message.Substring(0, tail);
            return null;
        }
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader, byte[] bytes)
    {
        JsonTokenType kind = reader.TokenType;
        int offset = CharOffset(bytes, reader.TokenStartIndex);
        JsonValue value = new() { Kind = kind, Offset = offset, Text = TextOf(ref reader) };
        if (kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                value.Items.Add(ReadValue(ref reader, bytes));
            }
        }
        else if (kind == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                int at = CharOffset(bytes, reader.TokenStartIndex);
                reader.Read();
                value.Members.Add((name, at, ReadValue(ref reader, bytes)));
            }
        }

        return value;
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => string.Empty,
    };

    private static int CharOffset(byte[] bytes, long offset) => Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(offset, bytes.Length));

    private static int OffsetOf(JsonException exception, string text, byte[] bytes)
    {
        int lineStart = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            lineStart = Array.IndexOf(bytes, (byte)'\n', lineStart) + 1;
        }

        return Math.Min(text.Length, CharOffset(bytes, lineStart + (exception.BytePositionInLine ?? 0)));
    }
}
