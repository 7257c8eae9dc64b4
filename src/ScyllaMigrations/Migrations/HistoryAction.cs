namespace ScyllaMigrations.Migrations;

/// <summary>What a history entry tells.</summary>
public enum HistoryAction
{
    /// <summary>The migration was applied.</summary>
    Applied,

    /// <summary>The migration was taken back.</summary>
    Undone,

    /// <summary>The version was found already applied by another program, or set as a baseline.</summary>
    Adopted,
}
