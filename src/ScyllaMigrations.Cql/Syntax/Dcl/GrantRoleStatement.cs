namespace ScyllaMigrations.Cql.Syntax;

/// <summary>GRANT role TO role.</summary>
public sealed record GrantRoleStatement(string Role, string Grantee) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "GRANT ROLE";
}
