namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementWriter
{
    private StatementWriter Term(Term term)
    {
        switch (term)
        {
            case ConstantTerm constant: return Constant(constant);
            case ListTerm list: return Text("[").List(list.Elements, e => Term(e)).Text("]");
            case SetTerm set: return Text("{").List(set.Elements, e => Term(e)).Text("}");
            case MapTerm map: return Text("{").List(map.Entries, e => Term(e.Key).Text(": ").Term(e.Value)).Text("}");
            case TupleTerm tuple: return Text("(").List(tuple.Elements, e => Term(e)).Text(")");
            case UserTypeTerm user: return Text("{").List(user.Fields, f => Name(f.Field).Text(": ").Term(f.Value)).Text("}");
            case FunctionCallTerm call: return FunctionName(call.Function).Text("(").List(call.Arguments, a => Term(a)).Text(")");
            case CountRowsTerm: return Text("count(*)");
            case CellAttributeTerm attribute: return Text(NameOf(attribute.Attribute)).Text("(").Term(attribute.Target).Text(")");
            case CastTerm cast: return Text("CAST(").Term(cast.Value).Text(" AS ").Text(cast.Type.CqlName).Text(")");
            case TypeHintTerm hint: return Text("(").Text(hint.Type.CqlName).Text(")").Term(hint.Value);
            case ArithmeticTerm arithmetic: return Arithmetic(arithmetic);
            case NegationTerm negation: return Text("- ").Term(negation.Value);
            case BindMarkerTerm marker: return marker.Name is null ? Text("?") : Text(":").Name(marker.Name);
            case ColumnTerm column: return SelectedColumn(column.Name);
            case FieldTerm field: return Term(field.Value).Text(".").Name(field.Field);
            case ElementTerm element: return Term(element.Value).Text("[").Term(element.Key).Text("]");
            case SliceTerm slice: return Slice(slice);
            default: throw Unknown(term);
        }
    }

    // After SELECT these words may be read as something else.
    private StatementWriter SelectedColumn(string name) => name is "json" or "distinct" or "as" ? Quoted(name) : Name(name);

    private StatementWriter Constant(ConstantTerm constant) => constant.Kind == ConstantKind.String ? String(constant.Text) : Text(constant.Text);

    // Parentheses are terms of their own in the tree, so precedence is already right; blanks keep `a -1` from becoming one number.
    private StatementWriter Arithmetic(ArithmeticTerm term) =>
        Term(term.Left).Text(" " + term.Operator + " ").Term(term.Right);

    private StatementWriter Slice(SliceTerm slice)
    {
        Term(slice.Value).Text("[");
        if (slice.From is not null)
        {
            // A blank keeps a number from taking the first dot.
            Term(slice.From).Text(" ");
        }

        Text("..");
        if (slice.To is not null)
        {
            Text(" ").Term(slice.To);
        }

        return Text("]");
    }

    private static string NameOf(CellAttribute attribute) => attribute switch
    {
        CellAttribute.WriteTime => "writetime",
        CellAttribute.MaxWriteTime => "maxwritetime",
        _ => "ttl",
    };
}
