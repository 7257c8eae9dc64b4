namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`c IS NOT NULL`.</summary>
public sealed record IsNotNullRelation(string Column) : Relation;
