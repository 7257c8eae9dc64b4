namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c[key] = value`.</summary>
public sealed record ElementAssignment(string Column, Term Key, Term Value) : Assignment(Column);
