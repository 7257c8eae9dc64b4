namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c.field = value`.</summary>
public sealed record FieldAssignment(string Column, string Field, Term Value) : Assignment(Column);
