using System.Collections.Generic;

namespace ScyllaMigrations.Reporting;

/// <summary>Breaks a text into lines of a width, at blanks where there are any.</summary>
internal static class TextWrap
{
    public static IReadOnlyList<string> Break(string text, int width)
    {
        List<string> lines = [];
        foreach (string paragraph in text.Split('\n'))
        {
            BreakLine(paragraph, width, lines);
        }

        return lines;
    }

    private static void BreakLine(string line, int width, List<string> lines)
    {
        int start = 0;
        while (line.Length - start > width)
        {
            int blank = line.LastIndexOf(' ', start + width, width);
            int end = blank > start ? blank : start + width;
            lines.Add(line.Substring(start, end - start).TrimEnd());
            start = end;
            while (start < line.Length && line[start] == ' ')
            {
                start++;
            }
        }

        lines.Add(line.Substring(start).TrimEnd());
    }
}
