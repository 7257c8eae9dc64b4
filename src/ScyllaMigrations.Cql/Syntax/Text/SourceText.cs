using System;
using System.Threading;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A text and where it came from; finds lines and columns.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>A text.</summary>
    /// <param name="path">A file's path as it should show in errors, or a name such as `&lt;statement&gt;`.</param>
    /// <param name="text">The text; a byte-order mark at its start is left out.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
    }

    /// <summary>Where the text came from.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How many lines there are; at least 1.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts
    {
        get
        {
            int[]? starts = Volatile.Read(ref _lineStarts);
            if (starts is null)
            {
                starts = FindLineStarts(Text);
                Volatile.Write(ref _lineStarts, starts);
            }

            return starts;
        }
    }

    /// <summary>Line and column of a place.</summary>
    /// <param name="offset">A place from 0 to the text's length; larger ones mean the end.</param>
    public LinePosition GetPosition(int offset)
    {
        int place = Math.Min(Math.Max(offset, 0), Text.Length);
        int line = Array.BinarySearch(LineStarts, place);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new LinePosition(line + 1, place - LineStarts[line] + 1);
    }

    /// <summary>A line's text without its end.</summary>
    /// <param name="line">The line, counted from 1.</param>
    public string GetLine(int line)
    {
        int start = LineStarts[line - 1];
        int end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return Text.Substring(start, end - start);
    }

    /// <summary>The text of a span.</summary>
    /// <param name="span">The span.</param>
    public string GetText(SourceSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The first identifier in a stretch of CQL that means the given name, so that an error about it can point there.</summary>
    /// <param name="within">Where to look, usually a statement's span.</param>
    /// <param name="name">A name as stored: case-folded, without quotes.</param>
    /// <returns>Its span with any quotes; null when there is none.</returns>
    public SourceSpan? Locate(SourceSpan within, string name)
    {
        CqlLexer lexer = new(Text, within.Start, within.End, CqlLimits.Default);
        for (Token token = lexer.Next(); token.Kind != TokenKind.EndOfInput; token = lexer.Next())
        {
            bool found = token.Kind switch
            {
                TokenKind.Word => string.Equals(token.Text(Text), name, StringComparison.OrdinalIgnoreCase)
                    && CqlIdentifier.Fold(name) == name,
                TokenKind.QuotedName => token.Text(Text) == name,
                _ => false,
            };
            if (found)
            {
                return token.Span;
            }
        }

        return null;
    }

    private static int[] FindLineStarts(string text)
    {
        int count = 1;
        for (int i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            count++;
        }

        int[] starts = new int[count];
        int line = 1;
        for (int i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts[line++] = i + 1;
        }

        return starts;
    }
}
