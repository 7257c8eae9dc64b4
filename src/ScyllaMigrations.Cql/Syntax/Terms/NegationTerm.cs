namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`- value`.</summary>
public sealed record NegationTerm(Term Value) : Term;
