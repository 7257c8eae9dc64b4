namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`expr(index, value)` (Cassandra).</summary>
public sealed record CustomIndexRelation(string Index, Term Value) : Relation;
