using System.Collections.Generic;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Writing;

#pragma warning disable MA0048 // One closed family, read together.

/// <summary>What a statement does in one partition.</summary>
internal sealed record PartitionChange(TableModel Table, PartitionKey Key, IReadOnlyList<RowChange> Rows);

/// <summary>One change of rows.</summary>
internal abstract record RowChange(long Timestamp);

/// <summary>Cells written to a row; a null clustering means the static part.</summary>
internal sealed record WriteRow(byte[][]? Clustering, bool Marks, IReadOnlyList<CellChange> Cells, long Timestamp, int TimeToLive, long ExpiresAt)
    : RowChange(Timestamp);

/// <summary>The whole partition deleted.</summary>
internal sealed record DeletePartition(long Timestamp) : RowChange(Timestamp);

/// <summary>One row deleted.</summary>
internal sealed record DeleteRow(byte[][] Clustering, long Timestamp) : RowChange(Timestamp);

/// <summary>The rows between two bounds deleted.</summary>
internal sealed record DeleteRange(Bound Start, Bound End, long Timestamp) : RowChange(Timestamp);

/// <summary>One change of a column.</summary>
internal abstract record CellChange(ColumnModel Column);

/// <summary>A value set, or deleted when null.</summary>
internal sealed record PutCell(ColumnModel Column, byte[]? Value) : CellChange(Column);

/// <summary>A collection's element or a user type's field set, or deleted when null.</summary>
internal sealed record PutElement(ColumnModel Column, byte[] Path, byte[]? Value) : CellChange(Column);

/// <summary>A collection or user type emptied of all that was written before; a whole deletion includes the statement's own time.</summary>
internal sealed record ClearElements(ColumnModel Column, bool IncludesNow) : CellChange(Column);

/// <summary>An element put at the end or the beginning of a list.</summary>
internal sealed record AddToList(ColumnModel Column, byte[] Value, bool AtStart) : CellChange(Column);

/// <summary>A counter raised or lowered.</summary>
internal sealed record AddToCounter(ColumnModel Column, long By) : CellChange(Column);
