namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER ROLE.</summary>
public sealed record AlterRoleStatement(string Role, bool IfExists, RoleOptions Options) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER ROLE";
}
