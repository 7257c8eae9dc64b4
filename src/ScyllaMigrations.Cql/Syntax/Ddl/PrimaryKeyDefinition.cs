namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One PRIMARY KEY, written on a column or as a clause of its own.</summary>
public sealed record PrimaryKeyDefinition(ValueList<string> PartitionKey, ValueList<string> ClusteringKey);
