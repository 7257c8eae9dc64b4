namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`f(a, b) &gt; value`: a function of columns compared (ScyllaDB 2026.3).</summary>
public sealed record FunctionRelation(FunctionCallTerm Function, RelationOperator Operator, Term Value) : Relation;
