using System.Collections.Generic;

namespace ScyllaMigrations.Execution;

/// <summary>A row to be written into the history table: its key and the columns that are set.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Step">The step; 0 for the entry's own row.</param>
/// <param name="Columns">Column names and values; only columns with a value.</param>
internal sealed record HistoryRow(int Entry, int Step, IReadOnlyList<KeyValuePair<string, object>> Columns);
