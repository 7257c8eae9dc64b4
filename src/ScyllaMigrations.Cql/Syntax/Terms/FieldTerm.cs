namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`value.field`.</summary>
public sealed record FieldTerm(Term Value, string Field) : Term;
