using System;

namespace ScyllaMigrations.Planning;

/// <summary>Finds where a statement names something, for the caret of an error that knows the name only.</summary>
internal static class NameSearch
{
    /// <summary>The place of the last whole word of that name outside of comments, or -1; without one, the place inside a string.</summary>
    /// <remarks>The last, since a statement names its table before the column or option that is wrong with it.</remarks>
    /// <param name="text">The statement.</param>
    /// <param name="name">The stored name: no quotes.</param>
    public static int Find(string text, string name)
    {
        int found = -1;
        int inString = -1;
        for (int at = 0; at < text.Length && name.Length > 0;)
        {
            if (Starts(text, at, "--") || Starts(text, at, "//"))
            {
                int end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (Starts(text, at, "/*"))
            {
                int end = text.IndexOf("*/", at, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + 2;
            }
            else if (text[at] is '\'' or '"')
            {
                int end = text.IndexOf(text[at], at + 1);
                end = end < 0 ? text.Length : end;
                bool same = end - at - 1 == name.Length && string.CompareOrdinal(text, at + 1, name, 0, name.Length) == 0;
                found = same && text[at] == '"' ? at : found;
                inString = same && text[at] == '\'' && inString < 0 ? at : inString;
                at = end + 1;
            }
            else if (IsWord(text[at]))
            {
                int end = at;
                while (end < text.Length && IsWord(text[end]))
                {
                    end++;
                }

                found = end - at == name.Length && string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 ? at : found;
                at = end;
            }
            else
            {
                at++;
            }
        }

        return found >= 0 ? found : inString;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool Starts(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
