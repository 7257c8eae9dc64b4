namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST USERS.</summary>
public sealed record ListUsersStatement : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST USERS";
}
