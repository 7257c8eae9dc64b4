namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`value[key]`.</summary>
public sealed record ElementTerm(Term Value, Term Key) : Term;
