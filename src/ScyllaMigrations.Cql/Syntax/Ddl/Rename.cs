namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One `from TO to` of RENAME.</summary>
public sealed record Rename(string From, string To);
