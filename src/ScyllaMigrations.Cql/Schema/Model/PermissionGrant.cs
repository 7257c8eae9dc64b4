using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>One permission of one role on one resource.</summary>
/// <param name="Role">The role.</param>
/// <param name="Permission">`SELECT`, `MODIFY` and so on, in upper case.</param>
/// <param name="Resource">The resource, with its keyspace filled in.</param>
public sealed record PermissionGrant(string Role, string Permission, PermissionResource Resource)
{
    /// <summary>A text that is the same for equal grants only.</summary>
    public string Key => string.Join("\n", Role, Resource.Kind.ToString(), Resource.Keyspace, Resource.Name, Resource.ArgumentTypes, Permission);
}
