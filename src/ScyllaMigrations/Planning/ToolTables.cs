using System;

namespace ScyllaMigrations.Planning;

/// <summary>The tool's own tables, which no migration may touch and which do not count as a schema that was there before.</summary>
public static class ToolTables
{
    /// <summary>History, journal and lease.</summary>
    public const string History = "migration_history";

    /// <summary>The projection that other programs read.</summary>
    public const string Version = "schema_version";

    /// <summary>Whether a table is one of the tool's own.</summary>
    /// <param name="table">The stored name.</param>
    public static bool Contains(string table) =>
        string.Equals(table, History, StringComparison.Ordinal) || string.Equals(table, Version, StringComparison.Ordinal);
}
