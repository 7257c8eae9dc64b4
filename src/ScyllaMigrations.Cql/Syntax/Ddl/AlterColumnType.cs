namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER column TYPE.</summary>
public sealed record AlterColumnType(string Column, CqlType Type) : AlterTableAction;
