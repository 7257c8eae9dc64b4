namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What DELETE removes: a column, an element of a collection, or a field of a user-defined type.</summary>
public sealed record DeleteTarget(string Column, Term? Element = null, string? Field = null);
