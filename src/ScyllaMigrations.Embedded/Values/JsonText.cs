using System.Globalization;
using System.Text;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Strings as the server's SELECT JSON writes them.</summary>
internal static class JsonText
{
    /// <summary>A string in double quotes; only what JSON demands is escaped.</summary>
    public static string Quote(string text)
    {
        StringBuilder result = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    result.Append('\\').Append(c);
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case '\b':
                    result.Append("\\b");
                    break;
                case '\f':
                    result.Append("\\f");
                    break;
                case < ' ':
                    result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.Append('"').ToString();
    }
}
