namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c = c - value`, also written `c -= value`.</summary>
public sealed record SubtractAssignment(string Column, Term Value) : Assignment(Column);
