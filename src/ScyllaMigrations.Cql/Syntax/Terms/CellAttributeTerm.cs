namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`WRITETIME(c)`, `MAXWRITETIME(c)`, `TTL(c)`.</summary>
public sealed record CellAttributeTerm(CellAttribute Attribute, Term Target) : Term;
