namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One `key: value` of a map.</summary>
public sealed record MapEntry(Term Key, Term Value);
