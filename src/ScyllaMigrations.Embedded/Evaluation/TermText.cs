using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>The text of a term as servers show it in errors and as the name of a result column.</summary>
internal static class TermText
{
    public static string Of(Term term) => term switch
    {
        ColumnTerm column => column.Name,
        CountRowsTerm => "count",
        CellAttributeTerm attribute => Name(attribute.Attribute) + "(" + Of(attribute.Target) + ")",
        CastTerm cast => "cast(" + Of(cast.Value) + " as " + cast.Type.CqlName + ")",
        FunctionCallTerm { Function: { Keyspace: null, Name: "count" }, Arguments: [ConstantTerm] } => "count",
        FunctionCallTerm call => FunctionName(call.Function) + "(" + string.Join(", ", call.Arguments.Select(Of)) + ")",
        ElementTerm element => Of(element.Value) + "[" + Of(element.Key) + "]",
        FieldTerm field => Of(field.Value) + "." + field.Field,
        BoundTerm or BindMarkerTerm => "?",
        TypeHintTerm hint => "(" + hint.Type.CqlName + ")" + Of(hint.Value),
        ArithmeticTerm arithmetic => Of(arithmetic.Left) + " " + arithmetic.Operator + " " + Of(arithmetic.Right),
        NegationTerm negation => "-" + Of(negation.Value),
        ListTerm list => "[" + string.Join(", ", list.Elements.Select(Of)) + "]",
        SetTerm set => "{" + string.Join(", ", set.Elements.Select(Of)) + "}",
        TupleTerm tuple => "(" + string.Join(", ", tuple.Elements.Select(Of)) + ")",
        MapTerm map => "{" + string.Join(", ", map.Entries.Select(e => Of(e.Key) + ": " + Of(e.Value))) + "}",
        _ => CqlWriter.Write(term),
    };

    /// <summary>A function's name without its arguments; any other term as it is.</summary>
    public static string NameOf(Term term) => term is FunctionCallTerm call ? FunctionName(call.Function) : Of(term);

    private static string FunctionName(QualifiedName function)
    {
        string name = CqlIdentifier.Fold(function.Name);
        return function.Keyspace is { } keyspace ? keyspace + "." + name : "system." + name;
    }

    private static string Name(CellAttribute attribute) => attribute switch
    {
        CellAttribute.TimeToLive => "ttl",
        CellAttribute.MaxWriteTime => "maxwritetime",
        _ => "writetime",
    };
}
