namespace ScyllaMigrations.Reporting;

/// <summary>No marks at all: for files, pipes and terminals without colour.</summary>
public sealed class PlainReportStyle : IReportStyle
{
    private PlainReportStyle()
    {
    }

    /// <summary>The only instance.</summary>
    public static PlainReportStyle Instance { get; } = new();

    /// <inheritdoc />
    public string Apply(string text, ReportTone tone) => text;

    /// <inheritdoc />
    public string Heading(string text) => text;
}
