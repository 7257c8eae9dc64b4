namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c = c + value`, also written `c += value`; `c = c -3` adds -3.</summary>
public sealed record AddAssignment(string Column, Term Value) : Assignment(Column);
