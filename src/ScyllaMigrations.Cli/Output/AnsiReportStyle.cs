using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Output;

/// <summary>Marks tones by the eight colours that every terminal has in its own theme.</summary>
internal sealed class AnsiReportStyle : IReportStyle
{
    private const string Escape = "\u001b[";

    private AnsiReportStyle()
    {
    }

    public static AnsiReportStyle Instance { get; } = new();

    public string Apply(string text, ReportTone tone) => tone switch
    {
        ReportTone.Good => Mark(text, "32"),
        ReportTone.Warning => Mark(text, "33"),
        ReportTone.Bad => Mark(text, "31"),
        ReportTone.Quiet => Mark(text, "2"),
        _ => text,
    };

    public string Heading(string text) => Mark(text, "1");

    private static string Mark(string text, string code) => text.Length == 0 ? text : $"{Escape}{code}m{text}{Escape}0m";
}
