namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`COUNT(*)`.</summary>
public sealed record CountRowsTerm : Term;
