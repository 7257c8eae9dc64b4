namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE ROLE.</summary>
public sealed record CreateRoleStatement(string Role, bool IfNotExists, RoleOptions Options) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE ROLE";
}
