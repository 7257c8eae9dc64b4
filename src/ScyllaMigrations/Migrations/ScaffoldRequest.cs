namespace ScyllaMigrations.Migrations;

/// <summary>What kind of migration is to be made.</summary>
/// <param name="Description">A few words: letters, digits, blanks, underscores, hyphens.</param>
public sealed record ScaffoldRequest(string Description)
{
    /// <summary>The version; null for the next minor one.</summary>
    public MigrationVersion? Version { get; init; }

    /// <summary>True for a repeatable migration, which has no version.</summary>
    public bool Repeatable { get; init; }

    /// <summary>True to make a down script too; without one the way back is derived.</summary>
    public bool Down { get; init; }

    /// <summary>True to make a check script too.</summary>
    public bool Check { get; init; }

    /// <summary>The text of the up script; null for a comment with the description.</summary>
    public string? Up { get; init; }
}
