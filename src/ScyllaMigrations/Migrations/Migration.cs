namespace ScyllaMigrations.Migrations;

/// <summary>A version, a description, an up script, and optionally a down script and checks.</summary>
public sealed record Migration
{
    /// <summary>Versioned or repeatable.</summary>
    public MigrationKind Kind { get; init; }

    /// <summary>The version; null for a repeatable migration.</summary>
    public MigrationVersion? Version { get; init; }

    /// <summary>Words, from the file's name with underscores as blanks. With a repeatable migration, its name.</summary>
    public required string Description { get; init; }

    /// <summary>The statements that bring the change.</summary>
    public required MigrationScript Up { get; init; }

    /// <summary>The statements that take it back; null when they are to be derived.</summary>
    public MigrationScript? Down { get; init; }

    /// <summary>SELECT statements that must each return a row afterwards; null for none.</summary>
    public MigrationScript? Check { get; init; }

    /// <summary>A check in code; null for none.</summary>
    public MigrationCheck? CheckDelegate { get; init; }

    /// <summary>The up script's checksum, as history keeps it.</summary>
    public string Checksum => Up.Checksum;

    /// <summary>What people and history call it: the version, or <c>R:name</c>.</summary>
    public string Label => Version?.ToString() ?? "R:" + Description;

    /// <summary>The settings at the top of its up script.</summary>
    public MigrationSettings Settings => Up.Settings;

    /// <summary>True when its scripts are files of the catalog's folder; false when it is registered in code.</summary>
    public bool IsFile { get; init; }

    /// <summary>What makes it one of its kind: the version without build metadata, or <c>R:name</c>.</summary>
    internal string Key => Version?.Precedence ?? Label;
}
