namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One IF condition on a column, an element of it, or a field of it. The value of IN is a tuple of values or a bind marker.</summary>
public sealed record Condition(string Column, RelationOperator Operator, Term Value, Term? Element = null, string? Field = null);
