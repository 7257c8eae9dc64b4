namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Options of CREATE and ALTER ROLE or USER; null where the statement says nothing.</summary>
public sealed record RoleOptions
{
    /// <summary>No option given.</summary>
    public static RoleOptions None { get; } = new();

    /// <summary>PASSWORD or HASHED PASSWORD.</summary>
    public Password? Password { get; init; }

    /// <summary>SUPERUSER.</summary>
    public bool? Superuser { get; init; }

    /// <summary>LOGIN.</summary>
    public bool? Login { get; init; }

    /// <summary>OPTIONS, for the server's own role manager.</summary>
    public MapTerm? CustomOptions { get; init; }

    /// <summary>ACCESS TO DATACENTERS.</summary>
    public AccessList? Datacenters { get; init; }

    /// <summary>ACCESS FROM CIDRS.</summary>
    public AccessList? Cidrs { get; init; }
}
