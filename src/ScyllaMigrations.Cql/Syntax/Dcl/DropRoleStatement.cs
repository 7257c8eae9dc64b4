namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP ROLE.</summary>
public sealed record DropRoleStatement(string Role, bool IfExists) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP ROLE";
}
