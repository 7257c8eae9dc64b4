using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Migrations;

/// <summary>All proven versions of a keyspace in the order in which they happened, and what follows from them.</summary>
/// <param name="Entries">Entries by rising number.</param>
public sealed record MigrationHistory(ValueList<HistoryEntry> Entries)
{
    /// <summary>Nothing was ever applied.</summary>
    public static MigrationHistory Empty { get; } = new(ValueList<HistoryEntry>.Empty);

    /// <summary>The entries that are in force: for each version or repeatable name the newest one, where it is not undone.</summary>
    public IReadOnlyList<HistoryEntry> Applied =>
        [.. Entries.GroupBy(entry => entry.Version).Select(versions => versions.Last()).Where(entry => entry.Action != HistoryAction.Undone).OrderBy(entry => entry.Entry)];

    /// <summary>The highest version in force; null before the first.</summary>
    public MigrationVersion? Current =>
        Applied.Where(entry => entry.Kind != MigrationKind.Repeatable).Select(entry => MigrationVersion.Parse(entry.Version)).DefaultIfEmpty(null).Max();
}
