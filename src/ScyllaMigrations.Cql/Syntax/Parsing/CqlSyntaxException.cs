using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Leaves the parser at the first error of a statement; never leaves this library.</summary>
internal sealed class CqlSyntaxException(string id, string message, ValueList<string> expected, SourceSpan span) : Exception(message)
{
    public string Id { get; } = id;

    public ValueList<string> Expected { get; } = expected;

    public SourceSpan Span { get; } = span;
}
