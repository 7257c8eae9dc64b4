using System;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ScyllaMigrations.Reporting;

/// <summary>
/// Writes results as JSON: the objects' property names in camelCase, in the order of declaration, times as ISO 8601 in UTC, no property left out. Pure: same result,
/// same text; lines end with LF.
/// </summary>
public static class JsonReportWriter
{
    // Results hold CQL; quotes and angle brackets in it stay readable. The output is a document of its own, never part of a web page.
    private static readonly ReportJsonContext Context =
        new(new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes a result, ended by a line break.</summary>
    /// <typeparam name="T">One of the result types of the library, or a read-only list of one where a command answers with a list.</typeparam>
    /// <exception cref="NotSupportedException">The type is none of the library's results.</exception>
    public static string Write<T>(T result)
    {
        JsonTypeInfo type = Context.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} is not a result of the library.");
        return JsonSerializer.Serialize(result, type).Replace("\r\n", "\n") + "\n";
    }
}
