using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>The rows that the WHERE of an UPDATE or DELETE names: partition keys, and rows or a range of rows in them.</summary>
internal sealed class KeySelection
{
    private readonly TermEvaluator _evaluator;
    private readonly TableModel _table;
    private readonly Dictionary<string, byte[][]> _equal = new(StringComparer.Ordinal);
    private readonly List<Relation> _resolved = [];
    private (byte[][] Values, bool Inclusive, int From)? _lower;
    private (byte[][] Values, bool Inclusive, int From)? _upper;

    public KeySelection(TermEvaluator evaluator, TableModel table, ValueList<Relation> where, string statement)
    {
        _evaluator = evaluator;
        _table = table;

        // A key that is not named at all is missed before other columns are looked at.
        RefuseMissing(table.PartitionKey.Where(c => !where.OfType<ColumnRelation>().Any(r => r.Column == c.Name)
            && !where.OfType<TupleRelation>().Any(r => r.Columns.Contains(c.Name))
            && !where.OfType<TokenRelation>().Any()));
        foreach (Relation relation in where)
        {
            Add(relation, statement);
        }

        RefuseMissing(table.PartitionKey.Where(c => !_equal.ContainsKey(c.Name)));

        PartitionKeys = [.. Combine(table.PartitionKey.Select(c => _equal[c.Name])).Select(Key)];
        RestrictedClustering = table.Clustering.Count(c => _equal.ContainsKey(c.Name));
        int first = Array.FindIndex(table.Clustering, c => !_equal.ContainsKey(c.Name));
        int slice = _lower?.From ?? _upper?.From ?? -1;
        int prefix = first < 0 ? table.Clustering.Length : first;
        if (slice == prefix && RestrictedClustering > prefix)
        {
            string after = table.Clustering.Last(c => _equal.ContainsKey(c.Name)).Name;
            throw CqlRefusal.Invalid(
                $"Clustering column \"{after}\" cannot be restricted (preceding column \"{table.Clustering[prefix].Name}\" is restricted by a non-EQ relation)", after);
        }

        if (statement == "UPDATE" && slice >= 0)
        {
            throw CqlRefusal.Invalid("Slice restrictions are not supported on the clustering columns in UPDATE statements", table.Clustering[slice].Name);
        }

        if (RestrictedClustering > prefix || (slice >= 0 && slice != prefix))
        {
            string late = slice > prefix ? table.Clustering[slice].Name : table.Clustering.Last(c => _equal.ContainsKey(c.Name)).Name;
            throw CqlRefusal.Invalid($"PRIMARY KEY column \"{late}\" cannot be restricted as preceding column \"{table.Clustering[prefix].Name}\" is not restricted", late);
        }

        Prefixes = [.. Combine(table.Clustering.Take(prefix).Select(c => _equal[c.Name]))];
        IsWholeRows = prefix == table.Clustering.Length;
    }

    public IReadOnlyList<PartitionKey> PartitionKeys { get; }

    /// <summary>Values of the first clustering columns that are given.</summary>
    public IReadOnlyList<byte[][]> Prefixes { get; }

    /// <summary>Whether every clustering column is given, so that prefixes name single rows.</summary>
    public bool IsWholeRows { get; }

    /// <summary>How many clustering columns are given by = or IN.</summary>
    public int RestrictedClustering { get; }

    public bool IsSlice => _lower is not null || _upper is not null;

    /// <summary>The relations with values in place of all terms.</summary>
    public ValueList<Relation> Resolved => _resolved.ToValueList();

    /// <summary>The bounds of the range after a prefix.</summary>
    public (Bound Start, Bound End) BoundsOf(byte[][] prefix)
    {
        Bound low = _lower is { } l ? new Bound([.. prefix, .. l.Values], l.Inclusive) : new Bound(prefix, true);
        Bound high = _upper is { } u ? new Bound([.. prefix, .. u.Values], u.Inclusive) : new Bound(prefix, true);
        return prefix.Length < _table.Clustering.Length && _table.Clustering[prefix.Length].Schema.Descending ? (high, low) : (low, high);
    }

    private static void RefuseMissing(IEnumerable<ColumnModel> columns)
    {
        string names = string.Join(", ", columns.Select(c => c.Name));
        if (names.Length > 0)
        {
            throw CqlRefusal.Invalid("Some partition key parts are missing: " + names);
        }
    }

    private PartitionKey Key(byte[][] values)
    {
        if (values.Length == 1 && values[0].Length == 0)
        {
            throw CqlRefusal.Invalid("Key may not be empty");
        }

        return new PartitionKey(values);
    }

    private void Add(Relation relation, string statement)
    {
        switch (relation)
        {
            case ColumnRelation { Operator: RelationOperator.In } many:
                ColumnModel listed = KeyColumn(many.Column);
                byte[][] values = [.. InValues(_evaluator, many.Value, listed)];
                SetEqual(listed, values, "IN");
                _resolved.Add(many with { Value = new TupleTerm(values.Select(listed.Codec.ToTerm).ToValueList()) });
                break;
            case ColumnRelation single:
                ColumnModel column = KeyColumn(single.Column);
                byte[] value = _evaluator.Evaluate(single.Value, column.Codec, column.Name)
                    ?? throw CqlRefusal.Invalid($"Invalid null value in condition for column {column.Name}", column.Name);
                Restrict(single.Operator, [column], [value], statement);
                _resolved.Add(single with { Value = column.Codec.ToTerm(value) });
                break;
            case TupleRelation { Operator: not RelationOperator.In } tuple:
                ColumnModel[] columns = [.. tuple.Columns.Select(KeyColumn)];
                byte[][] parts = TupleValues(tuple.Value, columns);
                Restrict(tuple.Operator, columns, parts, statement);
                _resolved.Add(tuple with { Value = new TupleTerm(parts.Select((p, i) => columns[i].Codec.ToTerm(p)).ToValueList()) });
                break;
            case TokenRelation:
                throw CqlRefusal.Invalid($"The token function cannot be used in WHERE clauses for {statement} statements");
            default:
                throw CqlRefusal.NotSupported($"this condition in the WHERE of {statement} ({CqlWriter.Write(relation)})");
        }
    }

    private ColumnModel KeyColumn(string name)
    {
        ColumnModel column = _table.Get(name);
        return column.Schema.IsKey ? column : throw CqlRefusal.Invalid($"Non PRIMARY KEY columns found in where clause: {name} ", name);
    }

    private byte[][] TupleValues(Term term, ColumnModel[] columns)
    {
        if (term is not TupleTerm tuple || tuple.Elements.Count != columns.Length)
        {
            throw CqlRefusal.Invalid($"Expected {columns.Length} elements in value tuple, but got {(term as TupleTerm)?.Elements.Count ?? 1}: {TermText.Of(term)}");
        }

        return [.. columns.Select((c, i) => _evaluator.Evaluate(tuple.Elements[i], c.Codec, c.Name)
            ?? throw CqlRefusal.Invalid($"Invalid null value in condition for column {c.Name}", c.Name))];
    }

    private void Restrict(RelationOperator sign, ColumnModel[] columns, byte[][] values, string statement)
    {
        if (sign == RelationOperator.Equal)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                SetEqual(columns[i], [values[i]], "Equal");
            }

            return;
        }

        bool lower = sign is RelationOperator.Greater or RelationOperator.GreaterOrEqual;
        if (!lower && sign is not (RelationOperator.Less or RelationOperator.LessOrEqual))
        {
            throw CqlRefusal.NotSupported($"this operator in the WHERE of {statement}", columns[0].Name);
        }

        if (columns[0].Kind == Cql.Schema.ColumnKind.PartitionKey)
        {
            throw CqlRefusal.Invalid("Only EQ and IN relation are supported on the partition key (unless you use the token() function)" + (statement == "DELETE" ? " for DELETE statements" : " for UPDATE statements"), columns[0].Name);
        }

        (byte[][], bool, int) bound = (values, sign is RelationOperator.GreaterOrEqual or RelationOperator.LessOrEqual, Array.IndexOf(_table.Clustering, columns[0]));
        if ((lower ? _lower : _upper) is not null)
        {
            throw CqlRefusal.Invalid($"More than one restriction was found for the {(lower ? "start" : "end")} bound on {columns[0].Name}", columns[0].Name);
        }

        if (lower)
        {
            _lower = bound;
        }
        else
        {
            _upper = bound;
        }
    }

    private void SetEqual(ColumnModel column, byte[][] values, string kind)
    {
        if (_equal.ContainsKey(column.Name))
        {
            throw CqlRefusal.Invalid($"{column.Name} cannot be restricted by more than one relation if it includes an {kind}", column.Name);
        }

        _equal[column.Name] = values;
    }

    /// <summary>The values of IN.</summary>
    public static IEnumerable<byte[]> InValues(TermEvaluator evaluator, Term term, ColumnModel column)
    {
        if (term is TupleTerm tuple)
        {
            return tuple.Elements.Select(e => evaluator.Evaluate(e, column.Codec, column.Name)
                ?? throw CqlRefusal.Invalid($"Invalid null value in condition for column {column.Name}", column.Name));
        }

        SequenceCodec list = new(new ListType(column.Type, Frozen: true), column.Codec, isSet: false);
        byte[] bytes = evaluator.Evaluate(term, list, $"in({column.Name})") ?? throw CqlRefusal.Invalid($"Invalid null value for IN restriction on {column.Name}", column.Name);
        return SequenceCodec.Unpack(bytes);
    }

    private static IEnumerable<byte[][]> Combine(IEnumerable<byte[][]> choices)
    {
        IEnumerable<byte[][]> combined = [[]];
        foreach (byte[][] choice in choices)
        {
            combined = combined.SelectMany(prefix => choice.Select(value => (byte[][])[.. prefix, value]));
        }

        return combined;
    }
}
