namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP COMPACT STORAGE (Cassandra).</summary>
public sealed record DropCompactStorage : AlterTableAction;
