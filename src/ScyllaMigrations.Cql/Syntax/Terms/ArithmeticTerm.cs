namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`left op right` with one of `+ - * / %`.</summary>
public sealed record ArithmeticTerm(char Operator, Term Left, Term Right) : Term;
