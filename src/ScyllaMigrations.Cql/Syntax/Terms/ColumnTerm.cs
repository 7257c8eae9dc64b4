namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A column.</summary>
public sealed record ColumnTerm(string Name) : Term;
