namespace ScyllaMigrations.Cql.Schema;

/// <summary>A trigger on a table (Cassandra).</summary>
/// <param name="Name">The stored name.</param>
/// <param name="ClassName">The Java class.</param>
public sealed record TriggerSchema(string Name, string ClassName);
