namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST ROLES.</summary>
public sealed record ListRolesStatement(string? Of, bool Recursive) : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST ROLES";
}
