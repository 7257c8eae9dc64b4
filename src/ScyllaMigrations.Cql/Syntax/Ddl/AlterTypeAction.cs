namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What an ALTER TYPE does.</summary>
public abstract record AlterTypeAction;
