using System;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;
using ScyllaMigrations.Embedded.Writing;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>Checks the single conditions of a WHERE and turns them into tests of rows.</summary>
internal sealed class RestrictionBuilder(TermEvaluator evaluator, TableModel table)
{
    private readonly long _now = evaluator.Context.NowSeconds;

    public Restriction Build(Relation relation) => relation switch
    {
        ColumnRelation column => OfColumn(column, table.Get(column.Column)),
        TupleRelation tuple => OfTuple(tuple),
        TokenRelation token => OfToken(token),
        ElementRelation element => OfElement(element, table.Get(element.Column)),
        IsNotNullRelation notNull => OfNotNull(table.Get(notNull.Column)),
        _ => throw CqlRefusal.NotSupported($"the condition {CqlWriter.Write(relation)}"),
    };

    private Restriction OfColumn(ColumnRelation relation, ColumnModel column)
    {
        if (column.Codec is DurationCodec && relation.Operator is not (RelationOperator.Equal or RelationOperator.NotEqual or RelationOperator.In))
        {
            throw CqlRefusal.Invalid("Slice restrictions are not supported on duration columns", column.Name);
        }

        switch (relation.Operator)
        {
            case RelationOperator.In or RelationOperator.NotIn:
                byte[][] listed = [.. KeySelection.InValues(evaluator, relation.Value, column)];
                bool inside = relation.Operator == RelationOperator.In;
                return New([column], relation.Operator, listed, r => Value(r, column) is { } v && Array.Exists(listed, x => column.Codec.Compare(x, v) == 0) == inside);
            case RelationOperator.Contains or RelationOperator.ContainsKey:
                return OfContains(relation, column);
            case RelationOperator.Like:
                return OfLike(relation, column);
            case RelationOperator.NotEqual when !evaluator.Context.Dialect.IsScylla:
                throw CqlRefusal.Invalid($"Unsupported \"!=\" relation: {column.Name} != {TermText.Of(relation.Value)}", column.Name);
            case RelationOperator.NotEqual:
                byte[] other = Required(relation.Value, column);
                return New([column], relation.Operator, [], r => Value(r, column) is { } v && column.Codec.Compare(v, other) != 0);
        }

        byte[] value = Required(relation.Value, column);
        if (column.Codec is SequenceCodec or MapCodec && column.IsComplex)
        {
            throw CqlRefusal.Invalid(
                $"Collection column '{column.Name}' ({column.Type.CqlName}) cannot be restricted by a '{Sign(relation.Operator)}' relation", column.Name);
        }

        return New([column], relation.Operator, relation.Operator == RelationOperator.Equal ? [value] : [],
            r => Value(r, column) is { } v && Compares(relation.Operator, column.Codec.Compare(v, value)));
    }

    private Restriction OfContains(ColumnRelation relation, ColumnModel column)
    {
        bool key = relation.Operator == RelationOperator.ContainsKey;
        ValueCodec part = column.Codec switch
        {
            MapCodec map => key ? map.Key : map.Value,
            SequenceCodec sequence when !key => sequence.Element,
            _ => throw CqlRefusal.Invalid(key
                ? $"Cannot use CONTAINS KEY on non-map column {column.Name}"
                : $"Cannot use CONTAINS on non-collection column {column.Name}", column.Name),
        };
        byte[] wanted = evaluator.Evaluate(relation.Value, part, $"{(key ? "key" : "value")}({column.Name})")
            ?? throw CqlRefusal.Invalid($"Unsupported null value for column {column.Name}", column.Name);
        return New([column], relation.Operator, [], r => Value(r, column) is { } v
            && (key ? ValueParts.Keys(column.Codec, v) : ValueParts.Values(column.Codec, v)).Any(x => part.Compare(x, wanted) == 0));
    }

    private Restriction OfLike(ColumnRelation relation, ColumnModel column)
    {
        if (!evaluator.Context.Dialect.IsScylla)
        {
            throw CqlRefusal.Invalid($"LIKE restriction is only supported on properly indexed columns. {CqlWriter.Write(relation)} is not valid.", column.Name);
        }

        string pattern = (string)CodecFactory.Native(NativeTypeKind.Text).ToClr(Required(relation.Value, column))!;
        return New([column], relation.Operator, [], r => Value(r, column) is { } v && LikePattern.Matches((string)column.Codec.ToClr(v)!, pattern));
    }

    private Restriction OfTuple(TupleRelation relation)
    {
        ColumnModel[] columns = [.. relation.Columns.Select(table.Get)];
        if (Array.Find(columns, c => c.Kind != ColumnKind.Clustering) is { } other)
        {
            throw CqlRefusal.Invalid(
                $"Multi-column relations can only be applied to clustering columns but was applied to: {other.Name}", other.Name);
        }

        int first = Array.IndexOf(table.Clustering, columns[0]);
        for (int i = 0; i < columns.Length; i++)
        {
            if (first + i >= table.Clustering.Length || table.Clustering[first + i] != columns[i])
            {
                throw CqlRefusal.Invalid($"Clustering columns must appear in the PRIMARY KEY order in multi-column relations: {CqlWriter.Write(relation)}", columns[i].Name);
            }
        }

        if (relation.Operator == RelationOperator.In)
        {
            byte[][][] listed = relation.Value is TupleTerm values
                ? [.. values.Elements.Select(e => TupleValues(e, columns))]
                : throw CqlRefusal.NotSupported("a bound list of tuples in IN");
            return New(columns, RelationOperator.In, [], r => Array.Exists(listed, l => CompareAll(r, columns, l) == 0));
        }

        byte[][] value = TupleValues(relation.Value, columns);
        return New(columns, relation.Operator, [], r => CompareAll(r, columns, value) is { } order && Compares(relation.Operator, order));
    }

    private Restriction OfToken(TokenRelation relation)
    {
        if (!relation.Columns.SequenceEqual(table.PartitionKey.Select(c => c.Name)))
        {
            throw CqlRefusal.Invalid(
                relation.Columns.Count == table.PartitionKey.Length && relation.Columns.All(c => table.Find(c)?.Kind == ColumnKind.PartitionKey)
                    ? $"The token function arguments must be in the partition key order: {string.Join(", ", table.PartitionKey.Select(c => c.Name))}"
                    : $"The token() function must be applied to all partition key components or none of them");
        }

        byte[] bytes = evaluator.Evaluate(relation.Value, CodecFactory.Native(NativeTypeKind.Bigint), "partition key token")
            ?? throw CqlRefusal.Invalid("Invalid null token value");
        long token = Wire.ReadInt64(bytes, 0);
        return new Restriction([], relation.Operator, IsToken: true, OnElement: false, [],
            r => Compares(relation.Operator, r.Partition.Key.Token.CompareTo(token)));
    }

    private Restriction OfElement(ElementRelation relation, ColumnModel column)
    {
        if (column.Codec is not MapCodec map)
        {
            throw CqlRefusal.Invalid($"Column {column.Name} cannot be used as a map", column.Name);
        }

        if (relation.Operator != RelationOperator.Equal)
        {
            throw CqlRefusal.NotSupported($"a map element compared by '{Sign(relation.Operator)}'", column.Name);
        }

        byte[] key = evaluator.Evaluate(relation.Key, map.Key, column.Name) ?? throw CqlRefusal.Invalid("Unsupported null map key", column.Name);
        byte[] value = evaluator.Evaluate(relation.Value, map.Value, column.Name) ?? throw CqlRefusal.Invalid("Unsupported null map value", column.Name);
        return new Restriction([column], relation.Operator, IsToken: false, OnElement: true, [], r => Value(r, column) is { } v
            && MapCodec.Unpack(v).Exists(e => map.Key.Compare(e.Key, key) == 0 && map.Value.Compare(e.Value, value) == 0));
    }

    private Restriction OfNotNull(ColumnModel column) =>
        new([column], RelationOperator.NotEqual, IsToken: false, OnElement: false, [], r => Value(r, column) is not null);

    private byte[][] TupleValues(Term term, ColumnModel[] columns)
    {
        if (term is not TupleTerm tuple || tuple.Elements.Count != columns.Length)
        {
            throw CqlRefusal.Invalid($"Expected {columns.Length} elements in value tuple, but got {(term as TupleTerm)?.Elements.Count ?? 1}: {TermText.Of(term)}");
        }

        return [.. columns.Select((c, i) => Required(tuple.Elements[i], c))];
    }

    private int? CompareAll(RowView row, ColumnModel[] columns, byte[][] values)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (Value(row, columns[i]) is not { } value)
            {
                return null;
            }

            int order = columns[i].Codec.Compare(value, values[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private byte[] Required(Term term, ColumnModel column) => evaluator.Evaluate(term, column.Codec, column.Name)
        ?? throw CqlRefusal.Invalid(column.Schema.IsKey ? $"Invalid null value in condition for column {column.Name}" : $"Unsupported null value for column {column.Name}", column.Name);

    private byte[]? Value(RowView row, ColumnModel column) => row.Read(column, _now);

    private static Restriction New(ColumnModel[] columns, RelationOperator sign, byte[][] values, Func<RowView, bool> holds) =>
        new(columns, sign, IsToken: false, OnElement: false, values, holds);

    private static bool Compares(RelationOperator sign, int order) => sign switch
    {
        RelationOperator.Equal => order == 0,
        RelationOperator.NotEqual => order != 0,
        RelationOperator.Less => order < 0,
        RelationOperator.LessOrEqual => order <= 0,
        RelationOperator.Greater => order > 0,
        RelationOperator.GreaterOrEqual => order >= 0,
        _ => throw CqlRefusal.NotSupported($"the operator {sign} here"),
    };

    private static string Sign(RelationOperator sign) => sign switch
    {
        RelationOperator.Equal => "=",
        RelationOperator.Less => "<",
        RelationOperator.LessOrEqual => "<=",
        RelationOperator.Greater => ">",
        RelationOperator.GreaterOrEqual => ">=",
        RelationOperator.NotEqual => "!=",
        _ => sign.ToString().ToUpperInvariant(),
    };
}
