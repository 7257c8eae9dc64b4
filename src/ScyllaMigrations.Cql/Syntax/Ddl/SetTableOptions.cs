namespace ScyllaMigrations.Cql.Syntax;

/// <summary>WITH options.</summary>
public sealed record SetTableOptions(ValueList<Property> Options) : AlterTableAction;
