using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    // ScyllaDB 2025.4: types/vector.hh.
    private const int ScyllaVectorLimit = 16000;

    /// <summary>A data type.</summary>
    public CqlType Type()
    {
        Token token = Current;
        if (token.Kind == TokenKind.String && _grammar.IsCassandra)
        {
            Take();
            return CustomTypeNames.IsKnown(TextOf(token))
                ? new CustomType(TextOf(token))
                : throw NotAllowed($"'{TextOf(token)}' is no type class that Cassandra has", token.Span);
        }

        if (token.Kind == TokenKind.Word && IsAt(1, TokenKind.Less))
        {
            EnterType();
            CqlType? type = ParametricType(token.Keyword);
            LeaveType();
            if (type is not null)
            {
                return type;
            }
        }

        if (token.Kind == TokenKind.Word && _grammar.ClassOf(token.Keyword) == WordClass.Type && !IsAt(1, TokenKind.Dot))
        {
            return NativeType.Find(CqlIdentifier.Fold(TextOf(Take())))
                ?? throw NotAllowed($"'{TextOf(token)}' is a reserved type name", token.Span);
        }

        QualifiedName name = UserTypeName();
        return new UserType(name.Keyspace, name.Name, Frozen: false);
    }

    private CqlType? ParametricType(Keyword keyword)
    {
        switch (keyword)
        {
            case Keyword.LIST:
                return new ListType(TypeArguments(1)[0], Frozen: false);
            case Keyword.SET:
                return new SetType(TypeArguments(1)[0], Frozen: false);
            case Keyword.MAP:
                ValueList<CqlType> pair = TypeArguments(2);
                return new MapType(pair[0], pair[1], Frozen: false);
            case Keyword.TUPLE:
                return new TupleType(ValueList.From(TypeArguments(0).Select(e => e.Freeze())));
            case Keyword.FROZEN:
                return Frozen();
            case Keyword.VECTOR when _grammar.HasVectors:
                return Vector();
            default:
                return null;
        }
    }

    private ValueList<CqlType> TypeArguments(int count)
    {
        Take();
        Expect(TokenKind.Less);
        List<CqlType> types = [Type()];
        while (count == 0 || types.Count < count)
        {
            if (count == 0 && !Is(TokenKind.Comma))
            {
                break;
            }

            Expect(TokenKind.Comma);
            types.Add(Type());
        }

        Expect(TokenKind.Greater);
        return ValueList.From(types);
    }

    private CqlType Frozen()
    {
        SourceSpan inner = Peek(2).Span;
        CqlType type = TypeArguments(1)[0];
        return type is NativeType or CustomType
            ? throw NotAllowed($"frozen<> is only for collections, tuples and user-defined types, not for {type.CqlName}", inner)
            : type.Freeze();
    }

    private VectorType Vector()
    {
        Take();
        Expect(TokenKind.Less);
        CqlType element = Type();
        Expect(TokenKind.Comma);
        Token number = Expect(TokenKind.Integer);
        Expect(TokenKind.Greater);
        bool parsed = int.TryParse(TextOf(number), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int dimension);
        if (!parsed || (_grammar.IsScylla && dimension is < 1 or > ScyllaVectorLimit))
        {
            throw NotAllowed($"a vector cannot have {TextOf(number)} elements", number.Span);
        }

        return new VectorType(element, dimension);
    }
}
