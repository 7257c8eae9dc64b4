namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>How a report is written.</summary>
public enum ReportKind
{
    /// <summary>All of it as JSON.</summary>
    Json,

    /// <summary>All of it as text.</summary>
    Text,

    /// <summary>Verdicts and counts as text.</summary>
    Summary,

    /// <summary>All of it as Markdown.</summary>
    Markdown,
}
