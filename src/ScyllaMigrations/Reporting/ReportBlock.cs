namespace ScyllaMigrations.Reporting;

/// <summary>One part of a <see cref="ReportDocument"/>: a heading, a paragraph, facts, a table or code.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }
}
