using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>A row as a query sees it: key, static and regular columns together; a null row stands for the static part alone.</summary>
internal sealed record RowView(TableModel Table, Partition Partition, Row? Row)
{
    /// <summary>A column's value, or null.</summary>
    public byte[]? Read(ColumnModel column, long nowSeconds) => column.Kind switch
    {
        ColumnKind.PartitionKey => Partition.Key.Values[column.Schema.Position],
        ColumnKind.Clustering => Row?.Clustering[column.Schema.Position],
        ColumnKind.Static => column.Read(Partition.Static, nowSeconds),
        _ => Row is null ? null : column.Read(Row, nowSeconds),
    };

    /// <summary>The row that holds a column's cells; null for key columns.</summary>
    public Row? CellsOf(ColumnModel column) => column.Kind switch
    {
        ColumnKind.Static => Partition.Static,
        ColumnKind.Regular => Row,
        _ => null,
    };
}
