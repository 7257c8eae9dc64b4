namespace ScyllaMigrations.Cql.Schema;

/// <summary>A reference to a part of a schema, whether or not it exists.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Keyspace">The keyspace it is in, its own name for a keyspace, null for roles and the like.</param>
/// <param name="Name">Its stored name.</param>
public sealed record SchemaObject(SchemaObjectKind Kind, string? Keyspace, string Name)
{
    /// <summary>Kind and name, such as `table k.t`.</summary>
    public override string ToString()
    {
        string kind = Kind == SchemaObjectKind.ServiceLevel ? "service level" : Kind.ToString().ToLowerInvariant();
        return Kind == SchemaObjectKind.Keyspace || Keyspace is null ? $"{kind} {Name}" : $"{kind} {Keyspace}.{Name}";
    }
}
