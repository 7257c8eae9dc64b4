using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>The IF of a statement: the row that it looks at and what must hold there.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The partition.</param>
/// <param name="Clustering">The row; null for the static part.</param>
/// <param name="Existence">True for IF EXISTS, false for IF NOT EXISTS, null for conditions.</param>
/// <param name="Conditions">The conditions.</param>
internal sealed record RowCondition(
    TableModel Table, PartitionKey Key, byte[][]? Clustering, bool? Existence, IReadOnlyList<Condition> Conditions);
