namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST ATTACHED SERVICE LEVEL OF role, or of all when the role is null (ScyllaDB).</summary>
public sealed record ListAttachedServiceLevelStatement(string? Role) : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST ATTACHED SERVICE LEVEL";
}
