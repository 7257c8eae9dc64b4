namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`(a, b)`; also the values of IN, and an expression in parentheses (one element).</summary>
public sealed record TupleTerm(ValueList<Term> Elements) : Term;
