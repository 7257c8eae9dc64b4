namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`CAST(value AS type)`.</summary>
public sealed record CastTerm(Term Value, CqlType Type) : Term;
