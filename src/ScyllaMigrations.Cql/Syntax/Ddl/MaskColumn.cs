namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER column MASKED WITH, or DROP MASKED when the mask is null (Cassandra 5.0).</summary>
public sealed record MaskColumn(string Column, ColumnMask? Mask, bool IfExists = false) : AlterTableAction;
