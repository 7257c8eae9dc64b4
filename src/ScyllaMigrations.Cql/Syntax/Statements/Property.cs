namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One `name = value` after WITH; the value is a constant, a map, or on ScyllaDB also a list or null.</summary>
public sealed record Property(string Name, Term Value);
