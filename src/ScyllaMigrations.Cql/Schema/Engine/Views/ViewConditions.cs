using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a view's condition names.</summary>
internal static class ViewConditions
{
    public static IEnumerable<string> Columns(Relation relation) => relation switch
    {
        IsNotNullRelation given => [given.Column],
        ColumnRelation given => [given.Column],
        ElementRelation given => [given.Column],
        TupleRelation given => given.Columns,
        TokenRelation given => given.Columns,
        _ => [],
    };

    public static bool HasBindMarker(Relation relation) => relation switch
    {
        ColumnRelation given => IsMarker(given.Value),
        ElementRelation given => IsMarker(given.Value) || IsMarker(given.Key),
        TupleRelation given => IsMarker(given.Value),
        _ => false,
    };

    private static bool IsMarker(Term term) => term switch
    {
        BindMarkerTerm => true,
        TupleTerm tuple => System.Linq.Enumerable.Any(tuple.Elements, IsMarker),
        _ => false,
    };
}
