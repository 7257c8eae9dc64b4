using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Turns one assignment of SET into changes of cells, and into the assignment that the log keeps.</summary>
/// <param name="evaluator">For the values.</param>
/// <param name="table">The table.</param>
/// <param name="row">The row as it is, which changes of a list by place need; null when there is none.</param>
internal sealed class AssignmentBuilder(TermEvaluator evaluator, TableModel table, Row? row)
{
    public Assignment Build(Assignment assignment, List<CellChange> cells)
    {
        ColumnModel column = table.Get(assignment.Column);
        switch (assignment)
        {
            case SetAssignment set:
                return Set(set, column, cells);
            case AddAssignment add when column.IsCounter:
                return Count(add, column, cells, add.Value, negative: false);
            case SubtractAssignment subtract when column.IsCounter:
                return Count(subtract, column, cells, subtract.Value, negative: true);
            case AddAssignment add:
                byte[]? added = evaluator.Evaluate(add.Value, Collection(column, add), column.Name);
                CellChanges.Add(cells, column, added ?? column.Codec.FromClr(Array.Empty<object>())!);
                return add with { Value = ToTerm(column.Codec, added) };
            case PrependAssignment prepend:
                return Prepend(prepend, column, cells);
            case SubtractAssignment subtract:
                return Subtract(subtract, column, cells);
            case ElementAssignment element:
                return SetElement(element, column, cells);
            case FieldAssignment field:
                return SetField(field, column, cells);
            default:
                throw CqlRefusal.NotSupported($"this assignment of {assignment.Column}", assignment.Column);
        }
    }

    /// <summary>The place of a list's element, or the server's error.</summary>
    public static byte[] ListPlace(ColumnModel column, Row? row, int index, long nowSeconds)
    {
        byte[][] places = row?.Complex.TryGetValue(column.Name, out ComplexCells? cells) == true
            ? [.. cells.Cells.Where(c => c.Value.IsLive(nowSeconds)).Select(c => c.Key)]
            : [];
        if (places.Length == 0)
        {
            throw CqlRefusal.Invalid("Attempted to set an element on a list which is null", column.Name);
        }

        return index < 0 || index >= places.Length
            ? throw CqlRefusal.Invalid($"List index {index} out of bound, list has size {places.Length}", column.Name)
            : places[index];
    }

    private SetAssignment Set(SetAssignment set, ColumnModel column, List<CellChange> cells)
    {
        if (column.IsCounter)
        {
            throw CqlRefusal.Invalid(
                $"Cannot set the value of counter column {column.Name} (counters can only be incremented/decremented, not set)", column.Name);
        }

        byte[]? value = evaluator.Evaluate(set.Value, column.Codec, column.Name);
        CellChanges.Set(cells, column, value);
        return set with { Value = ToTerm(column.Codec, value) };
    }

    private Assignment Count(Assignment assignment, ColumnModel column, List<CellChange> cells, Term by, bool negative)
    {
        ValueCodec bigint = column.Codec;
        byte[] bytes = evaluator.Evaluate(by, bigint, column.Name) ?? throw CqlRefusal.Invalid("Invalid null value for counter increment", column.Name);
        long amount = Wire.ReadInt64(bytes, 0);
        cells.Add(new AddToCounter(column, negative ? unchecked(-amount) : amount));
        Term value = bigint.ToTerm(bytes);
        return assignment is AddAssignment ? new AddAssignment(column.Name, value) : new SubtractAssignment(column.Name, value);
    }

    private PrependAssignment Prepend(PrependAssignment prepend, ColumnModel column, List<CellChange> cells)
    {
        if (Collection(column, prepend) is not SequenceCodec { IsSet: false } list)
        {
            throw CqlRefusal.Invalid($"Invalid operation ({CqlWriter.Write(prepend.Value)} - {column.Name}) for non list column {column.Name}", column.Name);
        }

        byte[]? value = evaluator.Evaluate(prepend.Value, list, column.Name);
        IEnumerable<byte[]> items = value is null ? [] : SequenceCodec.Unpack(value);
        cells.AddRange(items.Reverse().Select(e => new AddToList(column, e, AtStart: true)));
        return prepend with { Value = ToTerm(list, value) };
    }

    private SubtractAssignment Subtract(SubtractAssignment subtract, ColumnModel column, List<CellChange> cells)
    {
        ValueCodec codec = Collection(column, subtract);
        if (codec is MapCodec map)
        {
            SequenceCodec keys = new(new SetType(map.Key.Type, Frozen: true), map.Key, isSet: true);
            byte[]? removed = evaluator.Evaluate(subtract.Value, keys, column.Name);
            cells.AddRange((removed is null ? [] : SequenceCodec.Unpack(removed)).Select(k => new PutElement(column, k, null)));
            return subtract with { Value = ToTerm(keys, removed) };
        }

        SequenceCodec sequence = (SequenceCodec)codec;
        byte[]? value = evaluator.Evaluate(subtract.Value, sequence, column.Name);
        List<byte[]> items = value is null ? [] : SequenceCodec.Unpack(value);
        if (sequence.IsSet)
        {
            cells.AddRange(items.Select(e => new PutElement(column, e, null)));
        }
        else if (row?.Complex.TryGetValue(column.Name, out ComplexCells? list) == true)
        {
            cells.AddRange(list.Cells
                .Where(c => c.Value.Value is { } v && items.Exists(i => sequence.Element.Compare(i, v) == 0))
                .Select(c => new PutElement(column, c.Key, null)));
        }

        return subtract with { Value = ToTerm(sequence, value) };
    }

    private ElementAssignment SetElement(ElementAssignment element, ColumnModel column, List<CellChange> cells)
    {
        switch (Collection(column, element))
        {
            case MapCodec map:
                byte[] key = evaluator.Evaluate(element.Key, map.Key, column.Name) ?? throw CqlRefusal.Invalid("Invalid null map key", column.Name);
                byte[]? value = evaluator.Evaluate(element.Value, map.Value, column.Name);
                cells.Add(new PutElement(column, key, value));
                return new ElementAssignment(column.Name, map.Key.ToTerm(key), ToTerm(map.Value, value));
            case SequenceCodec { IsSet: false } list:
                ValueCodec number = CodecFactory.Native(NativeTypeKind.Int);
                byte[] index = evaluator.Evaluate(element.Key, number, $"idx({column.Name})") ?? throw CqlRefusal.Invalid("Invalid null value for list index", column.Name);
                byte[]? item = evaluator.Evaluate(element.Value, list.Element, column.Name);
                cells.Add(new PutElement(column, ListPlace(column, row, Wire.ReadInt32(index, 0), evaluator.Context.NowSeconds), item));
                return new ElementAssignment(column.Name, number.ToTerm(index), ToTerm(list.Element, item));
            default:
                throw CqlRefusal.Invalid($"Invalid operation ({column.Name}[{TermText.Of(element.Key)}] = {TermText.Of(element.Value)}) for set column {column.Name}", column.Name);
        }
    }

    private FieldAssignment SetField(FieldAssignment field, ColumnModel column, List<CellChange> cells)
    {
        if (column.Codec is not UserTypeCodec user)
        {
            throw CqlRefusal.Invalid($"Invalid operation ({column.Name}.{field.Field} = {TermText.Of(field.Value)}) for non-UDT column {column.Name}", column.Name);
        }

        if (!column.IsComplex)
        {
            throw CqlRefusal.Invalid($"Invalid operation ({column.Name}.{field.Field} = {TermText.Of(field.Value)}) for frozen UDT column {column.Name}", column.Name);
        }

        int at = Array.IndexOf(user.Fields, field.Field);
        if (at < 0)
        {
            throw CqlRefusal.Invalid($"UDT column {column.Name} does not have a field named {field.Field}", field.Field);
        }

        byte[]? value = evaluator.Evaluate(field.Value, user.Codecs[at], $"{column.Name}.{field.Field}");
        cells.Add(new PutElement(column, CellChanges.FieldPath(at), value));
        return field with { Value = ToTerm(user.Codecs[at], value) };
    }

    private static ValueCodec Collection(ColumnModel column, Assignment assignment)
    {
        if (column.Codec is not (SequenceCodec or MapCodec))
        {
            string operation = Text(column, assignment);
            throw CqlRefusal.Invalid(assignment is ElementAssignment or PrependAssignment
                ? $"Invalid operation ({operation}) for non collection column {column.Name}"
                : $"Invalid operation ({operation}) for non counter column {column.Name}", column.Name);
        }

        return column.IsComplex
            ? column.Codec
            : throw CqlRefusal.Invalid($"Invalid operation ({Text(column, assignment)}) for frozen collection column {column.Name}", column.Name);
    }

    private static string Text(ColumnModel column, Assignment assignment) => assignment switch
    {
        AddAssignment add => $"{column.Name} = {column.Name} + {TermText.Of(add.Value)}",
        SubtractAssignment subtract => $"{column.Name} = {column.Name} - {TermText.Of(subtract.Value)}",
        PrependAssignment prepend => $"{column.Name} = {TermText.Of(prepend.Value)} + {column.Name}",
        ElementAssignment element => $"{column.Name}[{TermText.Of(element.Key)}] = {TermText.Of(element.Value)}",
        _ => column.Name,
    };

    private static Term ToTerm(ValueCodec codec, byte[]? value) => value is null ? ConstantTerm.Null : codec.ToTerm(value);
}
