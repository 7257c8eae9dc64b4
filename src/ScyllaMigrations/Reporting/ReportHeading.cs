namespace ScyllaMigrations.Reporting;

/// <summary>A heading.</summary>
/// <param name="Text">Its text, one line.</param>
public sealed record ReportHeading(string Text) : ReportBlock;
