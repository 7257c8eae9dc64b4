namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One ORDER BY: a column (or on ScyllaDB a scoring function), its direction, and the vector of ANN OF.</summary>
public sealed record Ordering(Term Expression, bool Descending = false, Term? AnnOf = null);
