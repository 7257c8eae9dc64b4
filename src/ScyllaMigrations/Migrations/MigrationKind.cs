namespace ScyllaMigrations.Migrations;

/// <summary>When a migration is applied.</summary>
public enum MigrationKind
{
    /// <summary>Once, in the order of versions.</summary>
    Versioned,

    /// <summary>After all versions, by name, whenever its checksum changed.</summary>
    Repeatable,

    /// <summary>Never applied by this tool: taken over from what already existed.</summary>
    Baseline,
}
