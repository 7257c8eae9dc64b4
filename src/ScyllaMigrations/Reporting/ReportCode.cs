namespace ScyllaMigrations.Reporting;

/// <summary>A piece of text that is shown exactly as it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its language for formats that mark it, such as <c>sql</c>.</param>
public sealed record ReportCode(string Text, string Language) : ReportBlock;
