namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A named argument of CREATE FUNCTION.</summary>
public sealed record FunctionArgument(string Name, CqlType Type);
