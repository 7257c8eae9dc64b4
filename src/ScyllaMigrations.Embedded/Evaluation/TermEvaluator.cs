using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Functions;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>Turns terms into values of a wanted type, with the server's checks of literals.</summary>
internal sealed class TermEvaluator
{
    private readonly ExecutionContext _context;

    public TermEvaluator(ExecutionContext context) => _context = context;

    public ExecutionContext Context => _context;

    /// <summary>The value of a term where a type is wanted.</summary>
    /// <param name="term">The term, bind markers replaced.</param>
    /// <param name="codec">The wanted type.</param>
    /// <param name="receiver">What the value is for, as shown in errors: a column's name and the like.</param>
    /// <param name="scope">The row it may look at; null for none.</param>
    public byte[]? Evaluate(Term term, ValueCodec codec, string receiver, IRowScope? scope = null)
    {
        switch (term)
        {
            case BoundTerm bound:
                return bound.Value is null
                    ? null
                    : codec.FromClr(bound.Value) ?? throw CqlRefusal.Invalid(
                        $"Invalid value for \"{receiver}\" of type {codec.Name}: a value of .NET type {bound.Value.GetType().Name} was bound", receiver);
            case ConstantTerm { Kind: ConstantKind.Null }:
                return null;
            case ConstantTerm constant:
                return codec.Takes(constant.Kind)
                    ? codec.Parse(constant.Text, constant.Kind)
                    : throw CqlRefusal.Invalid(
                        $"Invalid {constant.Kind.ToString().ToUpperInvariant()} constant ({constant.Text}) for \"{receiver}\" of type {codec.Name}", receiver);
            case ListTerm list:
                return OfList(list, codec, receiver, scope);
            case SetTerm set:
                return OfSet(set, codec, receiver, scope);
            case MapTerm map:
                return OfMap(map, codec, receiver, scope);
            case UserTypeTerm user:
                return OfUserType(user, codec, receiver, scope);
            case TupleTerm { Elements.Count: 1 } single when codec is not TupleCodec:
                return Evaluate(single.Elements[0], codec, receiver, scope);
            case TupleTerm tuple:
                return OfTuple(tuple, codec, receiver, scope);
            case NegationTerm { Value: ConstantTerm { Kind: ConstantKind.Integer or ConstantKind.Float } number } when codec.Takes(number.Kind):
                return codec.Parse("-" + number.Text, number.Kind);
            default:
                TypedValue value = Infer(term, scope, codec);
                return Assignability.CanAssign(value.Codec.Type, codec.Type)
                    ? value.Bytes
                    : throw CqlRefusal.Invalid(
                        $"Type error: cannot assign result of function {TermText.NameOf(term)} (type {value.Codec.Name}) to {receiver} (type {codec.Name})", receiver);
        }
    }

    /// <summary>The value of a term whose type shows from the term itself.</summary>
    /// <param name="term">The term.</param>
    /// <param name="scope">The row it may look at; null for none.</param>
    /// <param name="wanted">The type that is wanted in the end, which decides for literals; null for none.</param>
    public TypedValue Infer(Term term, IRowScope? scope, ValueCodec? wanted = null)
    {
        switch (term)
        {
            case ColumnTerm column:
                return scope?.Column(column.Name) ?? throw CqlRefusal.Invalid($"Undefined column name {CqlIdentifier.Quote(column.Name)}", column.Name);
            case CellAttributeTerm attribute when scope is not null:
                return scope.Attribute(attribute.Attribute, attribute.Target);
            case TypeHintTerm hint:
                ValueCodec hinted = _context.Codecs.Get(hint.Type, _context.Keyspace);
                return new TypedValue(hinted, Evaluate(hint.Value, hinted, TermText.Of(term), scope));
            case CastTerm cast:
                return Casts.Cast(Infer(cast.Value, scope), _context.Codecs.Get(cast.Type, _context.Keyspace), TermText.Of(cast.Value));
            case FunctionCallTerm call:
                return ServerFunctions.Call(this, call, scope);
            case CountRowsTerm when scope?.Members is { } rows:
                return new TypedValue(CodecFactory.Native(NativeTypeKind.Bigint), Wire.Int64(rows.LongCount()));
            case ArithmeticTerm arithmetic:
                return Arithmetic.Apply(arithmetic, Infer(arithmetic.Left, scope, wanted), Infer(arithmetic.Right, scope, wanted));
            case NegationTerm negation:
                return Arithmetic.Negate(Infer(negation.Value, scope, wanted));
            case ElementTerm element:
                return ValueParts.Element(this, Infer(element.Value, scope), element.Key, TermText.Of(element.Value));
            case SliceTerm slice:
                return ValueParts.Slice(this, Infer(slice.Value, scope), slice.From, slice.To);
            case FieldTerm field:
                return ValueParts.Field(Infer(field.Value, scope), field.Field, TermText.Of(field.Value));
            case TupleTerm { Elements.Count: 1 } single:
                return Infer(single.Elements[0], scope, wanted);
            case ConstantTerm constant when wanted is not null && wanted.Takes(constant.Kind):
                return new TypedValue(wanted, wanted.Parse(constant.Text, constant.Kind));
            case ConstantTerm constant:
                ValueCodec natural = NaturalType(constant);
                return new TypedValue(natural, constant.Kind == ConstantKind.Null ? null : natural.Parse(constant.Text, constant.Kind));
            case BoundTerm when wanted is not null:
                return new TypedValue(wanted, Evaluate(term, wanted, "?", scope));
            default:
                throw CqlRefusal.Invalid($"Cannot infer type for term {TermText.Of(term)} (try using a cast to force a type)");
        }
    }

    private static ValueCodec NaturalType(ConstantTerm constant) => CodecFactory.Native(constant.Kind switch
    {
        ConstantKind.Integer => constant.Text.Length < 10 ? NativeTypeKind.Int : constant.Text.Length < 19 ? NativeTypeKind.Bigint : NativeTypeKind.Varint,
        ConstantKind.Float => NativeTypeKind.Double,
        ConstantKind.Boolean => NativeTypeKind.Boolean,
        ConstantKind.Uuid => NativeTypeKind.Uuid,
        ConstantKind.Blob => NativeTypeKind.Blob,
        ConstantKind.Duration => NativeTypeKind.Duration,
        _ => NativeTypeKind.Text,
    });

    private byte[] OfList(ListTerm list, ValueCodec codec, string receiver, IRowScope? scope)
    {
        if (codec is VectorCodec vector)
        {
            return list.Elements.Count != vector.Dimension
                ? throw CqlRefusal.Invalid(
                    $"Invalid vector literal for {receiver} of type {codec.Name}; expected {vector.Dimension} elements, but given {list.Elements.Count}", receiver)
                : vector.Pack([.. list.Elements.Select(e => Element(e, vector.Element, receiver, scope))]);
        }

        return codec is SequenceCodec { IsSet: false } sequence
            ? SequenceCodec.Pack(list.Elements.Select(e => Element(e, sequence.Element, receiver, scope, "list", "value")))
            : throw CqlRefusal.Invalid($"Unexpected receiver type '{codec.Name}'; only list and vector are expected", receiver);
    }

    private byte[]? OfSet(SetTerm set, ValueCodec codec, string receiver, IRowScope? scope)
    {
        if (set.Elements.Count == 0 && codec is MapCodec map)
        {
            return MapCodec.Pack([]);
        }

        return codec is SequenceCodec { IsSet: true } sequence
            ? sequence.PackCanonical(set.Elements.Select(e => Element(e, sequence.Element, receiver, scope, "set", "value")))
            : throw CqlRefusal.Invalid($"Invalid set literal for {receiver} of type {codec.Name}", receiver);
    }

    private byte[] OfMap(MapTerm map, ValueCodec codec, string receiver, IRowScope? scope) =>
        codec is MapCodec target
            ? target.PackCanonical(map.Entries.Select(e => new KeyValuePair<byte[], byte[]>(
                Element(e.Key, target.Key, receiver, scope, "map", "key"), Element(e.Value, target.Value, receiver, scope, "map", "value"))))
            : throw CqlRefusal.Invalid($"Invalid map literal for {receiver} of type {codec.Name}", receiver);

    private byte[] OfTuple(TupleTerm tuple, ValueCodec codec, string receiver, IRowScope? scope)
    {
        if (codec is not TupleCodec target)
        {
            throw CqlRefusal.Invalid($"Invalid tuple type literal for {receiver} of type {codec.Name}", receiver);
        }

        if (tuple.Elements.Count > target.Elements.Length)
        {
            throw CqlRefusal.Invalid(
                $"Invalid tuple literal for {receiver}: too many elements. Type {codec.Name} expects {target.Elements.Length} but got {tuple.Elements.Count}", receiver);
        }

        return TupleCodec.Pack(tuple.Elements.Select((e, i) =>
            Checked(e, target.Elements[i], receiver, scope, $"Invalid tuple literal for {receiver}: component {i} is not of type {target.Elements[i].Name}")));
    }

    private byte[] OfUserType(UserTypeTerm user, ValueCodec codec, string receiver, IRowScope? scope)
    {
        if (codec is not UserTypeCodec target)
        {
            throw CqlRefusal.Invalid($"Invalid user type literal for {receiver} of type {codec.Name}", receiver);
        }

        byte[]?[] values = new byte[target.Fields.Length][];
        foreach (FieldValue field in user.Fields)
        {
            int at = System.Array.IndexOf(target.Fields, field.Field);
            if (at < 0)
            {
                throw CqlRefusal.Invalid(
                    $"Unknown field '{field.Field}' in value of user defined type {((UserType)codec.Type).Name}", field.Field);
            }

            values[at] = Checked(
                field.Value, target.Codecs[at], receiver, scope,
                $"Invalid user type literal for {receiver}: field {field.Field} is not of type {target.Codecs[at].Name}");
        }

        return TupleCodec.Pack(values);
    }

    private byte[] Element(Term term, ValueCodec codec, string receiver, IRowScope? scope, string kind = "vector", string part = "value") =>
        Checked(term, codec, receiver, scope, $"Invalid {kind} literal for {receiver}: {part} {TermText.Of(term)} is not of type {codec.Name}")
        ?? throw CqlRefusal.Invalid("null is not supported inside collections", receiver);

    // A literal of a wrong kind inside another is reported by its place, as servers do.
    private byte[]? Checked(Term term, ValueCodec codec, string receiver, IRowScope? scope, string message) =>
        term is ConstantTerm { Kind: not ConstantKind.Null } constant && !codec.Takes(constant.Kind)
            ? throw CqlRefusal.Invalid(message, receiver)
            : Evaluate(term, codec, receiver, scope);
}
