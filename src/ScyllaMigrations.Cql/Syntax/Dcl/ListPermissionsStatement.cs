namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST permissions; no permissions means ALL.</summary>
public sealed record ListPermissionsStatement(
    ValueList<string> Permissions, PermissionResource? Resource, string? Role, bool Recursive) : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST PERMISSIONS";
}
