namespace ScyllaMigrations.Reporting;

/// <summary>How a terminal marks the tones and headings of a text report. It must not change how wide a text is shown.</summary>
public interface IReportStyle
{
    /// <summary>Marks a text with a tone.</summary>
    string Apply(string text, ReportTone tone);

    /// <summary>Marks a heading, of a part or of a column.</summary>
    string Heading(string text);
}
