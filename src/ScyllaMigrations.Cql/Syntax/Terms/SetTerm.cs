namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`{a, b}`; `{}` is an empty set here, also where a map is meant.</summary>
public sealed record SetTerm(ValueList<Term> Elements) : Term;
