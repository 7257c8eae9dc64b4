namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A resource in GRANT, REVOKE or LIST; which parts are set depends on the kind.</summary>
public sealed record PermissionResource(ResourceKind Kind, string? Keyspace = null, string? Name = null, ValueList<CqlType>? ArgumentTypes = null);
