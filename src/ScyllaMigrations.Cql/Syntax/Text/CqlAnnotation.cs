namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A comment line `-- @name argument` before a statement.</summary>
/// <param name="Name">The word after `@`, in lower case.</param>
/// <param name="Argument">The rest of the line without blanks at its ends; empty when there is none.</param>
/// <param name="Span">The place of the comment.</param>
public sealed record CqlAnnotation(string Name, string Argument, SourceSpan Span);
