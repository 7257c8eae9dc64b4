namespace ScyllaMigrations.Reporting;

/// <summary>How a piece of a report is meant, so that a terminal can colour it. Never the only carrier of a meaning.</summary>
public enum ReportTone
{
    /// <summary>A plain fact.</summary>
    Neutral,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Bad,

    /// <summary>Less important than the rest.</summary>
    Quiet,
}
