namespace ScyllaMigrations.Reporting;

/// <summary>A piece of prose.</summary>
/// <param name="Text">Its text; line breaks in it are kept.</param>
/// <param name="Tone">How it is meant.</param>
public sealed record ReportParagraph(string Text, ReportTone Tone = ReportTone.Neutral) : ReportBlock;
