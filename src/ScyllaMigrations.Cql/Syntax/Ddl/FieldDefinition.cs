namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A field of a user-defined type.</summary>
public sealed record FieldDefinition(string Name, CqlType Type);
