using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ScyllaMigrations.Reporting;

/// <summary>Writes a document as Markdown in GitHub's flavour. Pure: same document, same text; lines end with LF.</summary>
public static class MarkdownReportWriter
{
    /// <summary>Writes a document.</summary>
    public static string Write(ReportDocument document)
    {
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
                    text.Append("## ").Append(Escape(heading.Text)).Append('\n');
                    break;
                case ReportParagraph paragraph:
                    text.Append(Paragraph(paragraph)).Append('\n');
                    break;
                case ReportCode code:
                    WriteCode(text, code);
                    break;
                case ReportFacts facts:
                    WriteRow(text, ["", ""]);
                    WriteRow(text, ["---", "---"]);
                    foreach (ReportFact fact in facts.Facts)
                    {
                        WriteRow(text, [Cell(fact.Name), Cell(fact.Value.Text)]);
                    }

                    break;
                case ReportTable table:
                    WriteRow(text, table.Columns.Select(column => Cell(column.Header)));
                    WriteRow(text, table.Columns.Select(column => column.AlignRight ? "---:" : "---"));
                    foreach (IReadOnlyList<ReportCell> row in table.Rows)
                    {
                        WriteRow(text, row.Select(cell => Cell(cell.Text)));
                    }

                    break;
            }
        }

        return text.ToString();
    }

    private static string Paragraph(ReportParagraph paragraph)
    {
        string text = Escape(paragraph.Text).Replace("\n", "  \n");
        return paragraph.Tone is ReportTone.Bad or ReportTone.Warning ? $"**{text}**" : text;
    }

    // A fence is longer than any run of backticks in the text, so that the text cannot end it.
    private static void WriteCode(StringBuilder text, ReportCode code)
    {
        int longest = 0;
        int run = 0;
        foreach (char character in code.Text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = run > longest ? run : longest;
        }

        string fence = new('`', longest < 3 ? 3 : longest + 1);
        text.Append(fence).Append(code.Language).Append('\n').Append(code.Text.TrimEnd('\n')).Append('\n').Append(fence).Append('\n');
    }

    private static void WriteRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private static string Cell(string text) => Escape(text).Replace("\n", "<br>");

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char character in text)
        {
            if (character is '|' or '*' or '_' or '`' or '<' or '[' or '\\')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
