namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c = value`.</summary>
public sealed record SetAssignment(string Column, Term Value) : Assignment(Column);
