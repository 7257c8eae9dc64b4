namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One `field: value` of a user type literal.</summary>
public sealed record FieldValue(string Field, Term Value);
