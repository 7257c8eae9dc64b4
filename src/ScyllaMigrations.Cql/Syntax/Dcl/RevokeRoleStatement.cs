namespace ScyllaMigrations.Cql.Syntax;

/// <summary>REVOKE role FROM role.</summary>
public sealed record RevokeRoleStatement(string Role, string Revokee) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "REVOKE ROLE";
}
