namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`f(a, b)`.</summary>
public sealed record FunctionCallTerm(QualifiedName Function, ValueList<Term> Arguments) : Term;
