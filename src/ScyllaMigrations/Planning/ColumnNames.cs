using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>The columns that a statement about rows names.</summary>
internal static class ColumnNames
{
    /// <summary>The columns of one statement, in their order, with repetitions.</summary>
    /// <param name="statement">INSERT, UPDATE, DELETE or SELECT; nothing for others.</param>
    public static IEnumerable<string> Of(CqlStatement statement) => statement switch
    {
        InsertStatement insert => insert.Columns,
        UpdateStatement update => update.Assignments.Select(assignment => assignment.Column)
            .Concat(update.Where.SelectMany(Of)).Concat(update.Conditions.Select(condition => condition.Column)),
        DeleteStatement delete => delete.Targets.Select(target => target.Column)
            .Concat(delete.Where.SelectMany(Of)).Concat(delete.Conditions.Select(condition => condition.Column)),
        SelectStatement select => select.Selectors.SelectMany(selector => Of(selector.Expression)).Concat(select.Where.SelectMany(Of))
            .Concat(select.GroupBy.SelectMany(Of)).Concat(select.OrderBy.SelectMany(ordering => Of(ordering.Expression))),
        _ => [],
    };

    private static IEnumerable<string> Of(Relation relation) => relation switch
    {
        ColumnRelation column => [column.Column],
        TupleRelation tuple => tuple.Columns,
        TokenRelation token => token.Columns,
        ElementRelation element => [element.Column],
        IsNotNullRelation isNotNull => [isNotNull.Column],
        _ => [],
    };

    private static IEnumerable<string> Of(Term term) => term switch
    {
        ColumnTerm column => [column.Name],
        FunctionCallTerm call => call.Arguments.SelectMany(Of),
        CastTerm cast => Of(cast.Value),
        TypeHintTerm hint => Of(hint.Value),
        CellAttributeTerm attribute => Of(attribute.Target),
        ElementTerm element => Of(element.Value),
        SliceTerm slice => Of(slice.Value),
        FieldTerm field => Of(field.Value),
        NegationTerm negation => Of(negation.Value),
        ArithmeticTerm arithmetic => Of(arithmetic.Left).Concat(Of(arithmetic.Right)),
        _ => [],
    };
}
