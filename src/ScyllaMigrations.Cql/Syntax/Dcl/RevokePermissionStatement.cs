namespace ScyllaMigrations.Cql.Syntax;

/// <summary>REVOKE permissions ON a resource FROM a role; no permissions means ALL.</summary>
public sealed record RevokePermissionStatement(ValueList<string> Permissions, PermissionResource Resource, string Revokee) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "REVOKE";
}
