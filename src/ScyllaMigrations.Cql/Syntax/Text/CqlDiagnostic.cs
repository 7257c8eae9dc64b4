using System.Globalization;
using System.Text;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What is wrong with a text and where.</summary>
/// <param name="Id">A stable id, see <see cref="CqlErrorId"/>.</param>
/// <param name="Code">The error code a server answers with, such as 0x2000 for syntax.</param>
/// <param name="Message">What was found and what is wrong with it.</param>
/// <param name="Expected">What would be right here; empty when that cannot be said.</param>
/// <param name="Source">The text.</param>
/// <param name="Span">The place in it.</param>
public sealed record CqlDiagnostic(
    string Id, int Code, string Message, ValueList<string> Expected, SourceText Source, SourceSpan Span)
{
    /// <summary>The server's code for a syntax error.</summary>
    public const int SyntaxErrorCode = 0x2000;

    /// <summary>The server's code for a statement that is understood but refused.</summary>
    public const int InvalidCode = 0x2200;

    /// <summary>Line and column of the place.</summary>
    public LinePosition Position => Source.GetPosition(Span.Start);

    /// <summary>`file:line:column: error ID: message`, then the line and a caret below the place.</summary>
    public override string ToString()
    {
        LinePosition at = Position;
        string line = Source.GetLine(at.Line);
        StringBuilder text = new();
        text.Append(Source.Path).Append(':').Append(at.Line.ToString(CultureInfo.InvariantCulture))
            .Append(':').Append(at.Column.ToString(CultureInfo.InvariantCulture))
            .Append(": error ").Append(Id).Append(": ").Append(Message).Append('\n');
        AppendLineAndCaret(text, line, at.Column - 1, Span.Length);
        return text.ToString();
    }

    // A very long line is shown as a window around the caret; tabs stay tabs so that the caret stands right in any viewer.
    private static void AppendLineAndCaret(StringBuilder text, string line, int column, int length)
    {
        const int Before = 80;
        const int Width = 160;
        int from = column > Before && line.Length > Width ? column - Before : 0;
        int count = line.Length - from > Width ? Width : line.Length - from;
        text.Append("  ").Append(from > 0 ? "…" : string.Empty).Append(line, from, count)
            .Append(from + count < line.Length ? "…" : string.Empty).Append('\n').Append("  ");
        if (from > 0)
        {
            text.Append(' ');
        }

        for (int i = from; i < column; i++)
        {
            text.Append(i < line.Length && line[i] == '\t' ? '\t' : ' ');
        }

        int room = from + count - column;
        text.Append('^').Append('~', System.Math.Max(0, System.Math.Min(length, room) - 1));
    }
}
