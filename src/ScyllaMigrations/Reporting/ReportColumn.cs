namespace ScyllaMigrations.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="AlignRight">True for numbers.</param>
/// <param name="Wraps">True when its texts may be broken over lines where the table is wider than the page.</param>
public sealed record ReportColumn(string Header, bool AlignRight = false, bool Wraps = false);
