using System;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Tests.Syntax;

/// <summary>Makes types, terms and selections that a dialect can express.</summary>
internal sealed class RandomTerms(Random random, CqlDialect dialect)
{
    private static readonly string[] Words = ["a", "order", "Key", "distinct", "json", "as", "count", "token", "cast", "x y"];

    public CqlType Type() => Type(2);

    public ConstantTerm Integer() => new(ConstantKind.Integer, random.Next(-9, 99).ToString(CultureInfo.InvariantCulture));

    public ConstantTerm Constant() => random.Next(8) switch
    {
        0 => ConstantTerm.OfString("it's; -- $$"),
        1 => new ConstantTerm(ConstantKind.Float, "-1.5e3"),
        2 => new ConstantTerm(ConstantKind.Boolean, "true"),
        3 => new ConstantTerm(ConstantKind.Duration, "1h30m"),
        4 => new ConstantTerm(ConstantKind.Uuid, "123e4567-e89b-12d3-a456-426614174000"),
        5 => new ConstantTerm(ConstantKind.Blob, "0xCAFE"),
        6 => new ConstantTerm(ConstantKind.Float, "NaN"),
        _ => Integer(),
    };

    public Term Next(int depth) => random.Next(depth == 0 ? 3 : 12) switch
    {
        0 => Constant(),
        1 => ConstantTerm.Null,
        2 => new BindMarkerTerm(Coin() ? null : Name()),
        3 => new ListTerm(Terms(0, depth)),
        4 => new SetTerm(Terms(0, depth)),
        5 => new MapTerm(ValueList.Of(new MapEntry(Next(depth - 1), Next(depth - 1)))),
        6 => new TupleTerm(Terms(1, depth)),
        7 => new UserTypeTerm(ValueList.Of(new FieldValue(Name(), Next(depth - 1)))),
        8 => new FunctionCallTerm(new QualifiedName(Coin() ? null : Name(), Name()), Terms(0, depth)),
        9 => new TypeHintTerm(Type(1), Next(0)),
        10 when dialect.IsCassandra => new ArithmeticTerm("+-*/%"[random.Next(5)], Next(0), Next(0)),
        11 when dialect.IsCassandra => new CastTerm(Next(0), new NativeType(NativeTypeKind.Text)),
        _ => Constant(),
    };

    public Term Selection(int depth) => random.Next(depth == 0 ? 2 : 11) switch
    {
        0 or 1 => new ColumnTerm(Name()),
        2 => new FunctionCallTerm(new QualifiedName(Coin() ? null : Name(), Name()), Selections(0, depth)),
        3 => new CountRowsTerm(),
        4 => new CellAttributeTerm(Coin() ? CellAttribute.WriteTime : CellAttribute.TimeToLive, new ColumnTerm("a")),
        5 => new CastTerm(Selection(depth - 1), new NativeType(NativeTypeKind.Int)),
        6 => new FieldTerm(Selection(0), Name()),
        7 => new ElementTerm(Selection(0), Next(1)),
        8 when dialect.IsCassandra => new SliceTerm(Selection(0), Coin() ? null : Integer(), Integer()),
        9 when dialect.IsCassandra => new TupleTerm(Selections(2, depth)),
        10 when dialect.IsCassandra => new ArithmeticTerm('+', Selection(0), new NegationTerm(Selection(0))),
        _ => Constant(),
    };

    private bool Coin() => random.Next(2) == 0;

    private string Name() => Words[random.Next(Words.Length)];

    private ValueList<Term> Terms(int least, int depth) =>
        ValueList.From(Enumerable.Range(0, least + random.Next(3)).Select(_ => Next(depth - 1)));

    private ValueList<Term> Selections(int least, int depth) =>
        ValueList.From(Enumerable.Range(0, least + random.Next(3)).Select(_ => Selection(depth - 1)));

    private CqlType Type(int depth) => random.Next(depth == 0 ? 2 : 7) switch
    {
        0 => new NativeType((NativeTypeKind)random.Next(20)),
        1 => new UserType(Coin() ? null : Name(), Name(), Coin()),
        2 => Freeze(new ListType(Type(depth - 1), Frozen: false)),
        3 => Freeze(new SetType(Type(depth - 1), Frozen: false)),
        4 => Freeze(new MapType(Type(depth - 1), Type(depth - 1), Frozen: false)),
        5 => new TupleType(ValueList.Of(Type(depth - 1).Freeze())),
        _ => new VectorType(Type(depth - 1), 3),
    };

    private CqlType Freeze(CqlType type) => Coin() ? type.Freeze() : type;
}
