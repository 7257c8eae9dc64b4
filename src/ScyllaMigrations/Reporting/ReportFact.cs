namespace ScyllaMigrations.Reporting;

/// <summary>A name and its value.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value.</param>
public sealed record ReportFact(string Name, ReportCell Value);
