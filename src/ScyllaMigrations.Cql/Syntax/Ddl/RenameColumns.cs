namespace ScyllaMigrations.Cql.Syntax;

/// <summary>RENAME one or more columns.</summary>
public sealed record RenameColumns(ValueList<Rename> Renames, bool IfExists = false) : AlterTableAction;
