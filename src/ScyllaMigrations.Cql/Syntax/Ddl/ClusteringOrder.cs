namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One column of CLUSTERING ORDER BY.</summary>
public sealed record ClusteringOrder(string Column, bool Descending);
