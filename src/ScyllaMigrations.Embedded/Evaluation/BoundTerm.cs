using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>A bind marker's value, put in its place before execution.</summary>
internal sealed record BoundTerm(object? Value) : Term;
