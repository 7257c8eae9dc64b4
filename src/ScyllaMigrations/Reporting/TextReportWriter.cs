using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ScyllaMigrations.Reporting;

/// <summary>Writes a document as text in columns. Pure: same document, width and style, same text; lines end with LF and carry no trailing blanks.</summary>
public static class TextReportWriter
{
    private const string Gap = "  ";

    /// <summary>Writes a document.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="width">The page's width in characters; tables with a wrapping column keep to it where they can.</param>
    /// <param name="style">How tones are marked; null for not at all.</param>
    public static string Write(ReportDocument document, int width = 100, IReportStyle? style = null)
    {
        style ??= PlainReportStyle.Instance;
        StringBuilder text = new();
        foreach (ReportBlock block in document.Blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            switch (block)
            {
                case ReportHeading heading:
                    text.Append(style.Heading(heading.Text)).Append('\n');
                    break;
                case ReportParagraph paragraph:
                    WriteParagraph(text, paragraph, width, style);
                    break;
                case ReportCode code:
                    text.Append(code.Text.TrimEnd('\n')).Append('\n');
                    break;
                case ReportFacts facts:
                    WriteFacts(text, facts, style);
                    break;
                case ReportTable table:
                    WriteTable(text, table, width, style);
                    break;
            }
        }

        return text.ToString();
    }

    private static void WriteParagraph(StringBuilder text, ReportParagraph paragraph, int width, IReportStyle style)
    {
        foreach (string line in paragraph.Text.Split('\n').SelectMany(line => TextWrap.Break(line, width)))
        {
            text.Append(style.Apply(line, paragraph.Tone)).Append('\n');
        }
    }

    private static void WriteFacts(StringBuilder text, ReportFacts facts, IReportStyle style)
    {
        int widest = facts.Facts.Count == 0 ? 0 : facts.Facts.Max(fact => fact.Name.Length);
        string indent = "\n" + new string(' ', widest) + Gap;
        foreach (ReportFact fact in facts.Facts)
        {
            string value = string.Join(indent, fact.Value.Text.Split('\n').Select(line => style.Apply(line, fact.Value.Tone)));
            text.Append(style.Heading(fact.Name)).Append(' ', widest - fact.Name.Length).Append(Gap).Append(value).Append('\n');
        }
    }

    private static void WriteTable(StringBuilder text, ReportTable table, int width, IReportStyle style)
    {
        int[] widths = Widths(table, width);
        WriteLine(text, table, widths, [.. table.Columns.Select(column => new ReportCell(column.Header))], (cell, _) => style.Heading(cell));
        WriteLine(text, table, widths, [.. widths.Select(columnWidth => new ReportCell(new string('-', columnWidth)))], (cell, _) => style.Apply(cell, ReportTone.Quiet));
        foreach (IReadOnlyList<ReportCell> row in table.Rows)
        {
            IReadOnlyList<string>[] cells = [.. row.Select((cell, i) => TextWrap.Break(cell.Text, widths[i]))];
            for (int line = 0; line < cells.Max(cell => cell.Count); line++)
            {
                ReportCell[] parts = [.. cells.Select((cell, i) => row[i] with { Text = line < cell.Count ? cell[line] : string.Empty })];
                WriteLine(text, table, widths, parts, style.Apply);
            }
        }
    }

    private static void WriteLine(StringBuilder text, ReportTable table, int[] widths, ReportCell[] cells, Func<string, ReportTone, string> mark)
    {
        int last = Array.FindLastIndex(cells, cell => cell.Text.Length > 0);
        for (int i = 0; i <= last; i++)
        {
            int padding = widths[i] - cells[i].Text.Length;
            if (table.Columns[i].AlignRight)
            {
                text.Append(' ', padding);
            }

            text.Append(mark(cells[i].Text, cells[i].Tone));
            if (i < last)
            {
                text.Append(' ', table.Columns[i].AlignRight ? 0 : padding).Append(Gap);
            }
        }

        text.Append('\n');
    }

    // Every column gets what it needs; where that is too much, the widest wrapping column gives way until the page is kept or it is as narrow as is readable.
    private static int[] Widths(ReportTable table, int width)
    {
        const int Narrowest = 12;
        int[] widths =
        [
            .. table.Columns.Select((column, i) => table.Rows.SelectMany(row => row[i].Text.Split('\n')).Select(line => line.Length).Append(column.Header.Length).Max()),
        ];
        int excess = widths.Sum() + (Gap.Length * (widths.Length - 1)) - width;
        while (excess > 0)
        {
            int widest = -1;
            for (int i = 0; i < widths.Length; i++)
            {
                if (table.Columns[i].Wraps && widths[i] > Narrowest && (widest < 0 || widths[i] > widths[widest]))
                {
                    widest = i;
                }
            }

            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }
}
