namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c = value`, `c IN (…)`, `c CONTAINS value`, `c LIKE value` and so on.</summary>
public sealed record ColumnRelation(string Column, RelationOperator Operator, Term Value) : Relation;
