using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>The columns that an expression names.</summary>
internal static class TermColumns
{
    public static IEnumerable<string> Of(Term term) => term switch
    {
        ColumnTerm column => [column.Name],
        FunctionCallTerm call => call.Arguments.SelectMany(Of),
        CastTerm cast => Of(cast.Value),
        TypeHintTerm hint => Of(hint.Value),
        ArithmeticTerm arithmetic => Of(arithmetic.Left).Concat(Of(arithmetic.Right)),
        NegationTerm negation => Of(negation.Value),
        FieldTerm field => Of(field.Value),
        ElementTerm element => Of(element.Value),
        SliceTerm slice => Of(slice.Value),
        CellAttributeTerm attribute => Of(attribute.Target),
        TupleTerm tuple => tuple.Elements.SelectMany(Of),
        _ => [],
    };
}
