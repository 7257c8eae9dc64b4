namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER field TYPE.</summary>
public sealed record AlterFieldType(string Field, CqlType Type) : AlterTypeAction;
