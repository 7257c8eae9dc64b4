namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ADD one or more columns.</summary>
public sealed record AddColumns(ValueList<ColumnDefinition> Columns, bool IfNotExists = false) : AlterTableAction;
