using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A role. Passwords are never part of the model.</summary>
/// <param name="Name">The stored name.</param>
public sealed record RoleSchema(string Name)
{
    /// <summary>Whether it may do everything.</summary>
    public bool Superuser { get; init; }

    /// <summary>Whether it may log in.</summary>
    public bool Login { get; init; }

    /// <summary>The roles granted to it, by name.</summary>
    public PersistentMap<string, bool> MemberOf { get; init; } = PersistentMap<string, bool>.Empty;

    /// <summary>OPTIONS with text values.</summary>
    public PersistentMap<string, string> Options { get; init; } = PersistentMap<string, string>.Empty;

    /// <summary>The data centres it may use (Cassandra), or null for all.</summary>
    public AccessList? Datacenters { get; init; }

    /// <summary>The groups of addresses it may come from (Cassandra), or null for all.</summary>
    public AccessList? Cidrs { get; init; }

    /// <summary>The attached service level (ScyllaDB), or null.</summary>
    public string? ServiceLevel { get; init; }
}
