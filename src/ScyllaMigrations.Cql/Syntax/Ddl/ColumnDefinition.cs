namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A column of CREATE TABLE or ALTER TABLE ADD. TimeToLive marks ScyllaDB's row TTL column.</summary>
public sealed record ColumnDefinition(string Name, CqlType Type, bool Static = false, ColumnMask? Mask = null, bool TimeToLive = false);
