namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a server remembers of a dropped column; the entry stays when the column is added again.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Type">Its type when it was dropped, with user types replaced by tuples of their fields.</param>
/// <param name="Kind">Static or regular.</param>
/// <param name="DroppedTimeMicros">Cells written up to this time (microseconds since 1970) are gone; null when not known.</param>
public sealed record DroppedColumn(string Name, CqlType Type, ColumnKind Kind, long? DroppedTimeMicros = null);
