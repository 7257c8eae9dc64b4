namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`{field: value, …}`.</summary>
public sealed record UserTypeTerm(ValueList<FieldValue> Fields) : Term;
