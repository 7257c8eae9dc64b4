namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c = value + c`.</summary>
public sealed record PrependAssignment(string Column, Term Value) : Assignment(Column);
