namespace ScyllaMigrations.Cql.Syntax;

/// <summary>RENAME one or more fields.</summary>
public sealed record RenameFields(ValueList<Rename> Renames, bool IfExists = false) : AlterTypeAction;
