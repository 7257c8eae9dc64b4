namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP one or more columns; Timestamp is in microseconds since 1970 when given.</summary>
public sealed record DropColumns(ValueList<string> Columns, bool IfExists = false, Term? Timestamp = null) : AlterTableAction;
