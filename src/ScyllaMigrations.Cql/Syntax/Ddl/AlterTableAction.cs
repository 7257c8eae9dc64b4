namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What an ALTER TABLE does.</summary>
public abstract record AlterTableAction;
