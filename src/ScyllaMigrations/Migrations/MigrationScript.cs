using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Migrations;

/// <summary>One script of a migration as read: not yet parsed, variables not yet replaced.</summary>
/// <param name="Source">Text and name of the file as the user knows it (relative to the catalog), or of the embedded resource.</param>
/// <param name="Checksum">SHA-256 in lower-case hex over the text with line endings normalised to LF, without byte-order mark and trailing blanks.</param>
public sealed record MigrationScript(SourceText Source, string Checksum)
{
    /// <summary>The settings in the comments at its top.</summary>
    public MigrationSettings Settings { get; init; } = MigrationSettings.None;
}
