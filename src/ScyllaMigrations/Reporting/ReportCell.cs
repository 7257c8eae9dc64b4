namespace ScyllaMigrations.Reporting;

/// <summary>One value in a table or a list of facts.</summary>
/// <param name="Text">Its text; empty for nothing.</param>
/// <param name="Tone">How it is meant.</param>
public sealed record ReportCell(string Text, ReportTone Tone = ReportTone.Neutral)
{
    /// <summary>A plain text; nothing for null.</summary>
    public static implicit operator ReportCell(string? text) => FromString(text);

    /// <summary>A plain text; nothing for null.</summary>
    public static ReportCell FromString(string? text) => new(text ?? string.Empty);
}
