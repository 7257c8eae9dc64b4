using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Decides whether the IF of a statement holds.</summary>
internal sealed class ConditionChecker(TermEvaluator evaluator)
{
    public bool Holds(RowCondition condition, TableData data)
    {
        Partition? partition = data.Find(condition.Key);
        Row? row = condition.Clustering is null ? partition?.Static : partition?.Find(condition.Clustering);
        long now = evaluator.Context.NowSeconds;
        if (condition.Existence is { } exists)
        {
            return row?.IsLive(now) == true == exists;
        }

        return condition.Conditions.All(c =>
        {
            ColumnModel column = condition.Table.Get(c.Column);
            if (column.Schema.IsKey)
            {
                throw CqlRefusal.Invalid($"PRIMARY KEY column '{column.Name}' cannot have IF conditions", column.Name);
            }

            Row? at = column.Kind == ColumnKind.Static ? partition?.Static : row;
            return Holds(c, column, at is null ? null : column.Read(at, now));
        });
    }

    private bool Holds(Condition condition, ColumnModel column, byte[]? value)
    {
        (ValueCodec codec, byte[]? actual) = Part(condition, column, value);
        if (condition.Operator is RelationOperator.In or RelationOperator.NotIn)
        {
            bool found = InValues(condition.Value, codec, column.Name).Any(v => Same(codec, actual, v));
            return found == (condition.Operator == RelationOperator.In);
        }

        if (condition.Operator is RelationOperator.Contains or RelationOperator.ContainsKey)
        {
            return Contains(condition, column, codec, actual);
        }

        byte[]? wanted = evaluator.Evaluate(condition.Value, codec, column.Name);
        switch (condition.Operator)
        {
            case RelationOperator.Equal:
                return Same(codec, actual, wanted);
            case RelationOperator.NotEqual:
                return !Same(codec, actual, wanted);
        }

        if (wanted is null)
        {
            throw CqlRefusal.Invalid($"Invalid comparison with null for operator \"{Sign(condition.Operator)}\"", column.Name);
        }

        if (actual is null)
        {
            return false;
        }

        int order = codec.Compare(actual, wanted);
        return condition.Operator switch
        {
            RelationOperator.Less => order < 0,
            RelationOperator.LessOrEqual => order <= 0,
            RelationOperator.Greater => order > 0,
            RelationOperator.GreaterOrEqual => order >= 0,
            _ => throw CqlRefusal.NotSupported("this operator in IF", column.Name),
        };
    }

    private bool Contains(Condition condition, ColumnModel column, ValueCodec codec, byte[]? actual)
    {
        bool key = condition.Operator == RelationOperator.ContainsKey;
        ValueCodec part = codec switch
        {
            MapCodec map => key ? map.Key : map.Value,
            SequenceCodec sequence when !key => sequence.Element,
            _ => throw CqlRefusal.Invalid($"Cannot use CONTAINS{(key ? " KEY" : string.Empty)} on column {column.Name}", column.Name),
        };
        byte[]? wanted = evaluator.Evaluate(condition.Value, part, column.Name);
        return actual is not null && wanted is not null
            && (key ? ValueParts.Keys(codec, actual) : ValueParts.Values(codec, actual)).Any(v => part.Compare(v, wanted) == 0);
    }

    private (ValueCodec Codec, byte[]? Value) Part(Condition condition, ColumnModel column, byte[]? value)
    {
        if (condition.Field is { } field)
        {
            TypedValue part = ValueParts.Field(new TypedValue(column.Codec, value), field, column.Name);
            return (part.Codec, part.Bytes);
        }

        if (condition.Element is null)
        {
            return (column.Codec, value);
        }

        if (column.Codec is SequenceCodec { IsSet: false } list)
        {
            byte[] index = evaluator.Evaluate(condition.Element, CodecFactory.Native(Cql.NativeTypeKind.Int), $"idx({column.Name})")
                ?? throw CqlRefusal.Invalid("Invalid null value for list element access", column.Name);
            int at = Wire.ReadInt32(index, 0);
            if (at < 0)
            {
                throw CqlRefusal.Invalid($"Invalid negative list index {at}", column.Name);
            }

            List<byte[]> items = value is null ? [] : SequenceCodec.Unpack(value);
            return (list.Element, at < items.Count ? items[at] : null);
        }

        TypedValue element = ValueParts.Element(evaluator, new TypedValue(column.Codec, value), condition.Element, column.Name);
        return (element.Codec, element.Bytes);
    }

    private IEnumerable<byte[]?> InValues(Term term, ValueCodec codec, string column)
    {
        if (term is TupleTerm tuple)
        {
            return tuple.Elements.Select(e => evaluator.Evaluate(e, codec, column));
        }

        SequenceCodec list = new(new Cql.ListType(codec.Type, Frozen: true), codec, isSet: false);
        byte[]? bytes = evaluator.Evaluate(term, list, $"in({column})");
        return bytes is null ? throw CqlRefusal.Invalid($"Invalid null value for IN restriction on {column}", column) : SequenceCodec.Unpack(bytes);
    }

    // A collection that is not frozen cannot tell empty from null.
    private static bool Same(ValueCodec codec, byte[]? left, byte[]? right)
    {
        byte[]? a = IsNothing(codec, left) ? null : left;
        byte[]? b = IsNothing(codec, right) ? null : right;
        return a is null || b is null ? a is null && b is null : codec.Compare(a, b) == 0;
    }

    private static bool IsNothing(ValueCodec codec, byte[]? value) =>
        value is null || (!codec.Type.IsFrozen && codec is SequenceCodec or MapCodec && Wire.ReadInt32(value, 0) == 0);

    private static string Sign(RelationOperator sign) => sign switch
    {
        RelationOperator.Less => "<",
        RelationOperator.LessOrEqual => "<=",
        RelationOperator.Greater => ">",
        _ => ">=",
    };
}
