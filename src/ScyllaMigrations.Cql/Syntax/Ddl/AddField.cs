namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ADD a field.</summary>
public sealed record AddField(FieldDefinition Field, bool IfNotExists = false) : AlterTypeAction;
