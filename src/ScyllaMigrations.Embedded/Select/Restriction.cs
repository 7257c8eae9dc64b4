using System;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>One condition of WHERE, checked and with its values.</summary>
/// <param name="Columns">The columns that it restricts; empty for the token.</param>
/// <param name="Operator">How it compares.</param>
/// <param name="IsToken">Whether it restricts the partition's token.</param>
/// <param name="OnElement">Whether it looks at an element of a map.</param>
/// <param name="Values">The values of = or IN on one column; empty otherwise.</param>
/// <param name="Holds">Whether a row satisfies it.</param>
internal sealed record Restriction(
    ColumnModel[] Columns, RelationOperator Operator, bool IsToken, bool OnElement, byte[][] Values, Func<RowView, bool> Holds)
{
    /// <summary>Whether it fixes its columns' values: = or IN.</summary>
    public bool IsEquality => Operator is RelationOperator.Equal or RelationOperator.In && !OnElement;

    /// <summary>Whether it is a range.</summary>
    public bool IsRange => Operator is RelationOperator.Less or RelationOperator.LessOrEqual or RelationOperator.Greater or RelationOperator.GreaterOrEqual && !OnElement;
}
