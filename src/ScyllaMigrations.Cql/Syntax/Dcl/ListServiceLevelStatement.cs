namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST SERVICE LEVEL name, or LIST ALL SERVICE LEVELS when the name is null (ScyllaDB).</summary>
public sealed record ListServiceLevelStatement(string? Name) : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST SERVICE LEVEL";
}
