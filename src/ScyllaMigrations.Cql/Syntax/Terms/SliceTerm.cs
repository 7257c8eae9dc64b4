namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`value[from..to]`; an open end is null (Cassandra).</summary>
public sealed record SliceTerm(Term Value, Term? From, Term? To) : Term;
