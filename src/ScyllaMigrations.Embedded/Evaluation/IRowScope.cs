using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>What an expression sees of rows.</summary>
internal interface IRowScope
{
    /// <summary>A column's value.</summary>
    TypedValue Column(string name);

    /// <summary>A cell's write time or time to live; the target is a column, an element or a field.</summary>
    TypedValue Attribute(CellAttribute attribute, Term target);

    /// <summary>The single rows that an aggregate folds; null where aggregates are not allowed.</summary>
    IEnumerable<IRowScope>? Members { get; }

    /// <summary>The token of the row's partition.</summary>
    long? Token { get; }
}
