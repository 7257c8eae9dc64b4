namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a statement does to a schema.</summary>
/// <param name="Schema">The schema afterwards; the one before when the statement was refused or changed nothing.</param>
public sealed record SchemaResult(ClusterSchema Schema)
{
    /// <summary>Why the server refuses the statement, or null.</summary>
    public CqlError? Error { get; init; }

    /// <summary>Whether the statement was refused.</summary>
    public bool IsError => Error is not null;

    /// <summary>Whether the schema was changed; false for what IF [NOT] EXISTS turns into nothing, and for DML and queries.</summary>
    public bool Changed { get; init; }

    /// <summary>The current keyspace afterwards.</summary>
    public string? CurrentKeyspace { get; init; }

    /// <summary>What the server warns of.</summary>
    public ValueList<string> Warnings { get; init; } = ValueList<string>.Empty;

    /// <summary>The objects that were created, changed or dropped, the statement's own first.</summary>
    public ValueList<SchemaObject> TouchedObjects { get; init; } = ValueList<SchemaObject>.Empty;
}
