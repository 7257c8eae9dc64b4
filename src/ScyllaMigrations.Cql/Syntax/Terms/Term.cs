namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A value or expression.</summary>
public abstract record Term;
