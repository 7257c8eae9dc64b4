namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`[a, b]`: a list or a vector.</summary>
public sealed record ListTerm(ValueList<Term> Elements) : Term;
