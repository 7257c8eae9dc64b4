namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c[key] = value`.</summary>
public sealed record ElementRelation(string Column, Term Key, RelationOperator Operator, Term Value) : Relation;
