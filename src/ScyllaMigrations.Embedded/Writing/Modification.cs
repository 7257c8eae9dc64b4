using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>A checked INSERT, UPDATE or DELETE with all its values.</summary>
/// <param name="Table">The table.</param>
/// <param name="Changes">What it does.</param>
/// <param name="Logged">The same as a statement without conditions, markers or functions, with its timestamp: what the log keeps.</param>
/// <param name="Condition">What must hold; null for nothing.</param>
internal sealed record Modification(TableModel Table, IReadOnlyList<PartitionChange> Changes, DmlStatement Logged, RowCondition? Condition);
