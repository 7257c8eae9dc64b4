namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One result column: an expression and its alias.</summary>
public sealed record Selector(Term Expression, string? Alias = null);
