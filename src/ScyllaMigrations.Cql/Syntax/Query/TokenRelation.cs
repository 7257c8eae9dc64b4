namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`token(a, b) &gt; value`.</summary>
public sealed record TokenRelation(ValueList<string> Columns, RelationOperator Operator, Term Value) : Relation;
