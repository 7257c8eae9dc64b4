namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`?`, or `:name`.</summary>
public sealed record BindMarkerTerm(string? Name) : Term;
