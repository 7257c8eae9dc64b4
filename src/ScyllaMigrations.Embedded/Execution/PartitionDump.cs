using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>The statements that make one partition, each with the server's time that its time to live counts from.</summary>
internal sealed class PartitionDump(TableModel table, long nowMicros)
{
    private readonly QualifiedName _name = new(table.Keyspace, table.Name);
    private readonly long _keepDeletionsFrom = nowMicros - (table.Schema.Options.GcGraceSeconds * 1_000_000L);

    public IEnumerable<KeyValuePair<long, DmlStatement>> Of(Partition partition)
    {
        Relation[] key = [.. table.PartitionKey.Select((c, i) => Equal(c, partition.Key.Values[i]))];
        if (IsKept(partition.DeletedAt))
        {
            yield return Now(Delete([], partition.DeletedAt, key));
        }

        foreach (RangeDeletion range in partition.Ranges.Where(r => IsKept(r.Timestamp)))
        {
            yield return Now(Delete([], range.Timestamp, [.. key, .. RangeRelations.Of(table, range)]));
        }

        foreach (KeyValuePair<long, DmlStatement> statement in OfRow(partition.Static, key, partition.Key.Values, isStatic: true))
        {
            yield return statement;
        }

        foreach (Row row in partition.Rows)
        {
            Relation[] where = [.. key, .. table.Clustering.Select((c, i) => Equal(c, row.Clustering[i]))];
            foreach (KeyValuePair<long, DmlStatement> statement in OfRow(row, where, partition.Key.Values, isStatic: false))
            {
                yield return statement;
            }
        }
    }

    private IEnumerable<KeyValuePair<long, DmlStatement>> OfRow(Row row, Relation[] where, byte[][] partitionKey, bool isStatic)
    {
        if (!isStatic && IsKept(row.DeletedAt))
        {
            yield return Now(Delete([], row.DeletedAt, where));
        }

        if (row.Marker is { } marker && IsUseful(marker))
        {
            ColumnModel[] keys = [.. table.PartitionKey, .. table.Clustering];
            byte[][] values = [.. partitionKey, .. row.Clustering];
            yield return At(marker, new InsertStatement(
                _name, keys.Select(c => c.Name).ToValueList(), values.Select((v, i) => keys[i].Codec.ToTerm(v)).ToValueList(), false, Using(marker)));
        }

        foreach (ColumnModel column in table.Columns)
        {
            if (column.IsComplex && row.Complex.TryGetValue(column.Name, out ComplexCells? cells))
            {
                if (IsKept(cells.DeletedAt))
                {
                    yield return Now(Delete([new DeleteTarget(column.Name)], cells.DeletedAt, where));
                }

                foreach (KeyValuePair<byte[], Cell> cell in cells.Cells.Where(c => IsUseful(c.Value)))
                {
                    if (Element(column, cell.Key, cell.Value, where) is { } statement)
                    {
                        yield return At(cell.Value, statement);
                    }
                }
            }
            else if (row.Cells.TryGetValue(column.Name, out Cell? cell) && IsUseful(cell))
            {
                yield return At(cell, Simple(column, cell, where));
            }
        }
    }

    private DmlStatement Simple(ColumnModel column, Cell cell, Relation[] where)
    {
        if (column.IsCounter)
        {
            return Update(UsingClause.None, new AddAssignment(column.Name, CodecFactory.Native(NativeTypeKind.Bigint).ToTerm(cell.Value!)), where);
        }

        return cell.Value is null
            ? Delete([new DeleteTarget(column.Name)], cell.Timestamp, where)
            : Update(Using(cell), new SetAssignment(column.Name, column.Codec.ToTerm(cell.Value)), where);
    }

    // A place of a list is never written again once it was emptied, so such a deletion is of no use.
    private DmlStatement? Element(ColumnModel column, byte[] path, Cell cell, Relation[] where)
    {
        switch (column.Codec)
        {
            case MapCodec map when cell.Value is not null:
                return Update(Using(cell), new ElementAssignment(column.Name, map.Key.ToTerm(path), map.Value.ToTerm(cell.Value)), where);
            case MapCodec map:
                return Delete([new DeleteTarget(column.Name, map.Key.ToTerm(path))], cell.Timestamp, where);
            case SequenceCodec { IsSet: true } set when cell.Value is not null:
                return Update(Using(cell), new AddAssignment(column.Name, new SetTerm([set.Element.ToTerm(path)])), where);
            case SequenceCodec { IsSet: true } set:
                return Delete([new DeleteTarget(column.Name, set.Element.ToTerm(path))], cell.Timestamp, where);
            case SequenceCodec list:
                return cell.Value is null ? null : Update(Using(cell), new AddAssignment(column.Name, new ListTerm([list.Element.ToTerm(cell.Value)])), where);
            default:
                UserTypeCodec user = (UserTypeCodec)column.Codec;
                int field = (int)Wire.ReadSigned(path);
                return cell.Value is null
                    ? Delete([new DeleteTarget(column.Name, null, user.Fields[field])], cell.Timestamp, where)
                    : Update(Using(cell), new FieldAssignment(column.Name, user.Fields[field], user.Codecs[field].ToTerm(cell.Value)), where);
        }
    }

    // Counters take no timestamps, so no later write can lie before a deletion of theirs.
    private bool IsKept(long deletedAt) => !table.Schema.IsCounter && deletedAt != long.MinValue && deletedAt >= _keepDeletionsFrom;

    private bool IsUseful(Cell cell) => cell.Value is null ? IsKept(cell.Timestamp) : cell.ExpiresAt == 0 || cell.ExpiresAt * 1_000_000 > nowMicros;

    private UpdateStatement Update(UsingClause clause, Assignment assignment, Relation[] where) =>
        new(_name, clause, [assignment], where.ToValueList(), IfExists: false, ValueList<Condition>.Empty);

    private DeleteStatement Delete(DeleteTarget[] targets, long timestamp, Relation[] where) => new(
        _name,
        targets.ToValueList(),
        new UsingClause { Timestamp = Integer(timestamp) },
        where.ToValueList(),
        IfExists: false,
        ValueList<Condition>.Empty);

    private UsingClause Using(Cell cell) => new()
    {
        Timestamp = Integer(cell.Timestamp),
        TimeToLive = cell.TimeToLive != 0 || table.Schema.Options.DefaultTimeToLive != 0 ? Integer(cell.TimeToLive) : null,
    };

    private KeyValuePair<long, DmlStatement> Now(DmlStatement statement) => new(nowMicros, statement);

    // A time to live counts from the record's time.
    private KeyValuePair<long, DmlStatement> At(Cell cell, DmlStatement statement) =>
        new(cell.ExpiresAt == 0 ? nowMicros : (cell.ExpiresAt - cell.TimeToLive) * 1_000_000, statement);

    private static ColumnRelation Equal(ColumnModel column, byte[] value) => new(column.Name, RelationOperator.Equal, column.Codec.ToTerm(value));

    private static ConstantTerm Integer(long value) => new(ConstantKind.Integer, value.ToString(CultureInfo.InvariantCulture));
}
