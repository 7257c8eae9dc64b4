namespace ScyllaMigrations.Cql.Syntax;

/// <summary>TTL column, or TTL NULL when the column is null (ScyllaDB 2026.2).</summary>
public sealed record SetRowTimeToLive(string? Column) : AlterTableAction;
