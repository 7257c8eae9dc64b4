using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Checks a DELETE and finds what it removes.</summary>
internal sealed class DeleteBuilder(TermEvaluator evaluator, TableModel table, TableData data, long timestamp)
{
    public Modification Build(DeleteStatement delete)
    {
        bool conditional = delete.IfExists || delete.Conditions.Count > 0;
        if (conditional && delete.Using.Timestamp is not null)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for conditional updates");
        }

        if (table.Schema.IsCounter && delete.Using.Timestamp is not null)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for counter updates", table.Name);
        }

        foreach (DeleteTarget target in delete.Targets)
        {
            if (table.Get(target.Column).Schema.IsKey)
            {
                throw CqlRefusal.Invalid($"Invalid identifier {target.Column} for deletion (should not be a PRIMARY KEY part)", target.Column);
            }
        }

        WriteTimes times = WriteTimes.Read(evaluator, delete.Using with { TimeToLive = null }, table, timestamp) with { TimeToLive = 0, ExpiresAt = 0 };
        KeySelection keys = new(evaluator, table, delete.Where, "DELETE");
        bool onlyStatics = delete.Targets.Count > 0 && delete.Targets.All(t => table.Get(t.Column).Kind == ColumnKind.Static);
        RefuseKeys(delete, keys, onlyStatics, conditional);

        List<DeleteTarget> logged = [];
        PartitionChange[] changes =
        [
            .. keys.PartitionKeys.Select(k => new PartitionChange(table, k, Rows(delete, keys, k, onlyStatics, times, logged))),
        ];
        DeleteStatement plain = new(
            new QualifiedName(table.Keyspace, table.Name),
            logged.ToValueList(),
            new UsingClause { Timestamp = table.Schema.IsCounter ? null : times.ToClause(table).Timestamp },
            keys.Resolved,
            IfExists: false,
            ValueList<Condition>.Empty);
        bool conditionOnStatics = onlyStatics || (keys.Prefixes.All(p => p.Length == 0) && table.Clustering.Length > 0);
        return new Modification(
            table, changes, plain, UpdateBuilder.ConditionOf(table, keys, delete.IfExists, delete.Conditions, conditionOnStatics));
    }

    private List<RowChange> Rows(
        DeleteStatement delete, KeySelection keys, PartitionKey key, bool onlyStatics, WriteTimes times, List<DeleteTarget> logged)
    {
        if (delete.Targets.Count > 0)
        {
            List<RowChange> rows = [];
            foreach (byte[][] clustering in keys.Prefixes)
            {
                logged.Clear();
                AddCells(rows, delete.Targets, key, onlyStatics ? null : clustering, times, logged);
            }

            return rows;
        }

        if (keys.IsWholeRows && table.Clustering.Length > 0)
        {
            return [.. keys.Prefixes.Select(p => new DeleteRow(p, times.Timestamp))];
        }

        if (keys.Prefixes.All(p => p.Length == 0) && !keys.IsSlice)
        {
            return [new DeletePartition(times.Timestamp)];
        }

        return
        [
            .. keys.Prefixes.Select(p =>
            {
                (Bound start, Bound end) = keys.BoundsOf(p);
                return new DeleteRange(start, end, times.Timestamp);
            }),
        ];
    }

    private void AddCells(
        List<RowChange> rows, ValueList<DeleteTarget> targets, PartitionKey key, byte[][]? clustering, WriteTimes times, List<DeleteTarget> logged)
    {
        List<CellChange> statics = [];
        List<CellChange> regulars = [];
        foreach (DeleteTarget target in targets)
        {
            ColumnModel column = table.Get(target.Column);
            bool isStatic = column.Kind == ColumnKind.Static;
            Partition? partition = data.Find(key);
            Row? row = isStatic ? partition?.Static : clustering is null ? null : partition?.Find(clustering);
            logged.Add(Target(target, column, row, isStatic ? statics : regulars));
        }

        if (statics.Count > 0)
        {
            rows.Add(new WriteRow(null, false, statics, times.Timestamp, 0, 0));
        }

        if (regulars.Count > 0)
        {
            rows.Add(new WriteRow(clustering, false, regulars, times.Timestamp, 0, 0));
        }
    }

    private DeleteTarget Target(DeleteTarget target, ColumnModel column, Row? row, List<CellChange> cells)
    {
        if (target.Field is { } field)
        {
            int at = column.Codec is UserTypeCodec { } user && column.IsComplex ? Array.IndexOf(user.Fields, field) : -1;
            cells.Add(at < 0
                ? throw CqlRefusal.Invalid($"Invalid field deletion operation for non-UDT column {column.Name}", column.Name)
                : new PutElement(column, CellChanges.FieldPath(at), null));
            return target;
        }

        if (target.Element is null)
        {
            cells.Add(column.IsComplex ? new ClearElements(column, IncludesNow: true) : new PutCell(column, null));
            return target;
        }

        if (!column.IsComplex || column.Codec is UserTypeCodec)
        {
            string kind = column.Codec is SequenceCodec or MapCodec ? "frozen collection" : "non collection";
            throw CqlRefusal.Invalid($"Invalid deletion operation for {kind} column {column.Name}", column.Name);
        }

        ValueCodec codec = column.Codec switch
        {
            MapCodec map => map.Key,
            SequenceCodec { IsSet: true } set => set.Element,
            _ => CodecFactory.Native(NativeTypeKind.Int),
        };
        byte[] key = evaluator.Evaluate(target.Element, codec, column.Name) ?? throw CqlRefusal.Invalid("Invalid null value for collection element", column.Name);
        byte[] path = column.Codec is SequenceCodec { IsSet: false }
            ? AssignmentBuilder.ListPlace(column, row, Wire.ReadInt32(key, 0), evaluator.Context.NowSeconds)
            : key;
        cells.Add(new PutElement(column, path, null));
        return target with { Element = codec.ToTerm(key) };
    }

    private void RefuseKeys(DeleteStatement delete, KeySelection keys, bool onlyStatics, bool conditional)
    {
        if (delete.Targets.Count > 0 && !onlyStatics && !keys.IsWholeRows)
        {
            throw CqlRefusal.Invalid("Range deletions are not supported for specific columns");
        }

        if (onlyStatics && keys.RestrictedClustering > 0)
        {
            throw CqlRefusal.Invalid("Invalid restrictions on clustering columns since the DELETE statement modifies only static columns");
        }

        bool onStatics = delete.Conditions.Count > 0 && delete.Conditions.All(c => table.Get(c.Column).Kind == ColumnKind.Static);
        if (conditional && delete.Targets.Count == 0 && !keys.IsWholeRows && !onStatics)
        {
            throw CqlRefusal.Invalid("DELETE statements must restrict all PRIMARY KEY columns with equality relations in order to delete non static columns");
        }
    }
}
