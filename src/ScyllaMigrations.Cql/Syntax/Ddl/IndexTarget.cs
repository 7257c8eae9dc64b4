namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One target of CREATE INDEX; only <see cref="IndexTargetKind.PartitionKey"/> has more than one column.</summary>
public sealed record IndexTarget(IndexTargetKind Kind, ValueList<string> Columns)
{
    /// <summary>The first column.</summary>
    public string Column => Columns[0];
}
