using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A column of a table or view.</summary>
/// <param name="Name">The stored name.</param>
/// <param name="Type">The resolved type; user types in it carry no keyspace, they are of the table's own.</param>
/// <param name="Kind">Its part in the table.</param>
/// <param name="Position">Place within the partition or clustering key, counted from 0; -1 for others.</param>
/// <param name="Descending">Clustering columns only: whether rows are stored in descending order.</param>
/// <param name="Mask">The function that masks it from roles without UNMASK (Cassandra 5.0), or null.</param>
public sealed record ColumnSchema(
    string Name, CqlType Type, ColumnKind Kind, int Position = -1, bool Descending = false, ColumnMask? Mask = null)
{
    /// <summary>Whether it is part of the primary key.</summary>
    public bool IsKey => Kind is ColumnKind.PartitionKey or ColumnKind.Clustering;
}
