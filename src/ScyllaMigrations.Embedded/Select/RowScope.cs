using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Select;

/// <summary>One row, or a group of rows whose first one stands for the group, as expressions see it.</summary>
internal sealed class RowScope(TermEvaluator evaluator, TableModel table, IReadOnlyList<RowView> rows, bool isGroup) : IRowScope
{
    private readonly RowView? _first = rows.Count > 0 ? rows[0] : null;

    public IEnumerable<IRowScope>? Members =>
        isGroup ? rows.Select(r => (IRowScope)new RowScope(evaluator, table, [r], isGroup: false)) : null;

    public long? Token => _first?.Partition.Key.Token;

    public TypedValue Column(string name)
    {
        ColumnModel column = table.Get(name);
        return new TypedValue(column.Codec, _first?.Read(column, evaluator.Context.NowSeconds));
    }

    public TypedValue Attribute(CellAttribute attribute, Term target)
    {
        Term inner = target;
        while (inner is ElementTerm or FieldTerm)
        {
            inner = inner is ElementTerm e ? e.Value : ((FieldTerm)inner).Value;
        }

        if (inner is not ColumnTerm named)
        {
            throw CqlRefusal.NotSupported($"{attribute} of {TermText.Of(target)}");
        }

        ColumnModel column = table.Get(named.Name);
        string function = attribute switch { CellAttribute.TimeToLive => "ttl", CellAttribute.MaxWriteTime => "maxwritetime", _ => "writetime" };
        if (column.Schema.IsKey)
        {
            throw CqlRefusal.Invalid($"Cannot use selection function {function} on PRIMARY KEY part {column.Name}", column.Name);
        }

        ValueCodec number = CodecFactory.Native(attribute == CellAttribute.TimeToLive ? NativeTypeKind.Int : NativeTypeKind.Bigint);
        Row? row = _first?.CellsOf(column);
        long now = evaluator.Context.NowSeconds;
        if (!column.IsComplex)
        {
            Cell? cell = row is not null && row.Cells.TryGetValue(column.Name, out Cell? c) && c.IsLive(now) ? c : null;
            return new TypedValue(number, cell is null ? null : Of(attribute, cell));
        }

        IEnumerable<KeyValuePair<byte[], Cell>> cells = row is not null && row.Complex.TryGetValue(column.Name, out ComplexCells? complex)
            ? complex.Cells.Where(c => c.Value.IsLive(now))
            : [];
        if (target is not ColumnTerm)
        {
            byte[] path = PathOf(target, column);
            Cell? cell = cells.Where(c => column.PathOrder.Compare(c.Key, path) == 0).Select(c => c.Value).FirstOrDefault();
            return new TypedValue(number, cell is null ? null : Of(attribute, cell));
        }

        byte[]?[] values = [.. cells.Select(c => Of(attribute, c.Value))];
        if (attribute == CellAttribute.MaxWriteTime)
        {
            return new TypedValue(number, values.Length == 0 ? null : values.OrderByDescending(v => Wire.ReadInt64(v!, 0)).First());
        }

        SequenceCodec list = new(new ListType(number.Type, Frozen: true), number, isSet: false);
        return new TypedValue(list, values.Length == 0 ? null : SequenceCodec.Pack(values));
    }

    private byte[] PathOf(Term target, ColumnModel column) => (target, column.Codec) switch
    {
        (ElementTerm { Value: ColumnTerm } element, MapCodec map) => evaluator.Evaluate(element.Key, map.Key, column.Name) ?? [],
        (ElementTerm { Value: ColumnTerm } element, SequenceCodec { IsSet: true } set) => evaluator.Evaluate(element.Key, set.Element, column.Name) ?? [],
        (FieldTerm { Value: ColumnTerm } field, UserTypeCodec user) => Writing.CellChanges.FieldPath(System.Array.IndexOf(user.Fields, field.Field)),
        _ => throw CqlRefusal.NotSupported($"a cell's attribute of {TermText.Of(target)}", column.Name),
    };

    private byte[]? Of(CellAttribute attribute, Cell cell)
    {
        if (attribute != CellAttribute.TimeToLive)
        {
            return Wire.Int64(cell.Timestamp);
        }

        return cell.ExpiresAt == 0 ? null : Wire.Int32((int)(cell.ExpiresAt - evaluator.Context.NowSeconds));
    }
}
