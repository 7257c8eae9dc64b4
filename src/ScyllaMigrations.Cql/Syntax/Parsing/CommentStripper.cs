using System.Collections.Generic;
using System.Text;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Takes comments out of a statement's text.</summary>
internal static class CommentStripper
{
    /// <summary>The text without comments: a line comment goes with the blanks before it, another becomes a blank where it parted tokens.</summary>
    /// <param name="text">The statement's text.</param>
    /// <param name="offset">Where it starts in the whole text.</param>
    /// <param name="comments">Comments in the whole text, in order.</param>
    public static string Strip(string text, int offset, List<SourceSpan> comments)
    {
        StringBuilder? result = null;
        int copied = 0;
        foreach (SourceSpan comment in comments)
        {
            int start = comment.Start - offset;
            int end = comment.End - offset;
            if (start < 0 || end > text.Length)
            {
                continue;
            }

            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, start - copied);
            copied = end;
            if (text[start + 1] == '*')
            {
                bool parts = !IsBlank(text, start - 1) && !IsBlank(text, end);
                result.Append(parts ? " " : string.Empty);
            }
            else
            {
                while (result.Length > 0 && result[result.Length - 1] is ' ' or '\t')
                {
                    result.Length--;
                }
            }
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsBlank(string text, int at) => at < 0 || at >= text.Length || text[at] is ' ' or '\t' or '\n' or '\r';
}
