namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Where a dialect lets a word stand as a name.</summary>
internal enum WordClass : byte
{
    /// <summary>No keyword here: a name anywhere.</summary>
    Name,

    /// <summary>Never a name without quotes.</summary>
    Reserved,

    /// <summary>A keyword that may be any name.</summary>
    Basic,

    /// <summary>A native type: any name but a user type's.</summary>
    Type,

    /// <summary>May name columns and tables, but neither functions nor, except KEY, user types.</summary>
    Special,
}
