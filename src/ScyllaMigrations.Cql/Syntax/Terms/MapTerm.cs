namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`{k: v, …}`; an empty one stands only for `{}` as a property's value.</summary>
public sealed record MapTerm(ValueList<MapEntry> Entries) : Term;
