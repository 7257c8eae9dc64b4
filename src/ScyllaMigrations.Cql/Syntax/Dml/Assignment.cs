namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One change in SET.</summary>
public abstract record Assignment(string Column);
