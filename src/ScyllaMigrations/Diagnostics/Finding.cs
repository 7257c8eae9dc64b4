using System;
using System.Globalization;
using System.Text;

namespace ScyllaMigrations.Diagnostics;

/// <summary>One fault or risk in a file, a plan or a schema.</summary>
/// <param name="Id">Stable identifier of the rule or fault, such as <c>DuplicateVersion</c> or <c>CqlSyntax</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong and what was expected, without position.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Message)
{
    /// <summary>The file, as the user named it; null when the finding is about something else.</summary>
    public string? File { get; init; }

    /// <summary>Line in the file, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, from 1; 0 when unknown.</summary>
    public int Column { get; init; }

    /// <summary>The text of the line, for the caret; null when unknown.</summary>
    public string? LineText { get; init; }

    /// <summary>The server's error code where the finding is a server's verdict, such as 0x2200; null otherwise.</summary>
    public int? ServerCode { get; init; }

    /// <summary>What to do next; null when the message says it all.</summary>
    public string? Remedy { get; init; }

    /// <summary>Formats as <c>file:line:column: error Id: message</c>, then the line and a caret under the column.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        if (File is not null)
        {
            text.Append(File);
            if (Line > 0)
            {
                text.Append(':').Append(Line.ToString(CultureInfo.InvariantCulture)).Append(':').Append(Column.ToString(CultureInfo.InvariantCulture));
            }

            text.Append(": ");
        }

        string severity = Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "info",
        };
        text.Append(severity).Append(' ').Append(Id).Append(": ").Append(Message);
        if (LineText is not null && Column > 0)
        {
            // Tabs are kept in the indent so that the caret stands under its column in any terminal.
            text.Append("\n  ").Append(LineText).Append("\n  ");
            for (int i = 0; i < Math.Min(Column - 1, LineText.Length); i++)
            {
                text.Append(LineText[i] == '\t' ? '\t' : ' ');
            }

            text.Append('^');
        }

        if (Remedy is not null)
        {
            text.Append("\n  ").Append(Remedy);
        }

        return text.ToString();
    }
}
