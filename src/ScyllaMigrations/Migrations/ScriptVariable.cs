using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Migrations;

/// <summary>A <c>${name}</c> in a script, or an escape <c>$${</c>.</summary>
/// <param name="Name">The name; null for an escape, which stands for a literal <c>${</c>.</param>
/// <param name="Span">Its place in the script.</param>
internal sealed record ScriptVariable(string? Name, SourceSpan Span);
