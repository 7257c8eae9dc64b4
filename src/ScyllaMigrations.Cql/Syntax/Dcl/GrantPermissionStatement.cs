namespace ScyllaMigrations.Cql.Syntax;

/// <summary>GRANT permissions ON a resource TO a role; no permissions means ALL. Permissions are upper case words.</summary>
public sealed record GrantPermissionStatement(ValueList<string> Permissions, PermissionResource Resource, string Grantee) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "GRANT";
}
