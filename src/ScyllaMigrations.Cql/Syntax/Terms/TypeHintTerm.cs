namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`(type) value`.</summary>
public sealed record TypeHintTerm(CqlType Type, Term Value) : Term;
