namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One condition of WHERE. The value of IN is a <see cref="TupleTerm"/> of values, or a bind marker.</summary>
public abstract record Relation;
