using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Writing;

/// <summary>Checks an UPDATE and finds what it writes.</summary>
internal sealed class UpdateBuilder(TermEvaluator evaluator, TableModel table, TableData data, long timestamp)
{
    public Modification Build(UpdateStatement update)
    {
        bool conditional = update.IfExists || update.Conditions.Count > 0;
        if (conditional && update.Using.Timestamp is not null)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for conditional updates");
        }

        foreach (Assignment assignment in update.Assignments)
        {
            if (table.Get(assignment.Column).Schema.IsKey)
            {
                throw CqlRefusal.Invalid($"PRIMARY KEY part {assignment.Column} found in SET part", assignment.Column);
            }
        }

        RefuseDoubles(update.Assignments);
        RefuseForCounters(update, conditional);
        WriteTimes times = WriteTimes.Read(evaluator, update.Using, table, timestamp);
        KeySelection keys = new(evaluator, table, update.Where, "UPDATE");
        bool onlyStatics = update.Assignments.All(a => table.Get(a.Column).Kind == ColumnKind.Static)
            && update.Conditions.All(c => table.Get(c.Column).Kind == ColumnKind.Static);
        RefuseKeys(keys, onlyStatics);

        List<Assignment> logged = [];
        List<PartitionChange> changes = [];
        foreach (PartitionKey key in keys.PartitionKeys)
        {
            List<RowChange> rows = [];
            foreach (byte[][] clustering in keys.Prefixes)
            {
                logged.Clear();
                AddRow(rows, update.Assignments, key, onlyStatics ? null : clustering, times, logged);
            }

            changes.Add(new PartitionChange(table, key, rows));
        }

        UpdateStatement plain = new(
            new QualifiedName(table.Keyspace, table.Name),
            table.Schema.IsCounter ? UsingClause.None : times.ToClause(table),
            logged.ToValueList(),
            keys.Resolved,
            IfExists: false,
            ValueList<Condition>.Empty);
        return new Modification(table, changes, plain, ConditionOf(table, keys, update.IfExists, update.Conditions, onlyStatics));
    }

    /// <summary>The condition of an UPDATE or DELETE.</summary>
    public static RowCondition? ConditionOf(TableModel table, KeySelection keys, bool ifExists, ValueList<Condition> conditions, bool onlyStatics)
    {
        if (!ifExists && conditions.Count == 0)
        {
            return null;
        }

        if (keys.PartitionKeys.Count > 1 || keys.Prefixes.Count > 1)
        {
            throw CqlRefusal.Invalid("IN on the partition key is not supported with conditional updates");
        }

        return new RowCondition(table, keys.PartitionKeys[0], onlyStatics ? null : keys.Prefixes[0], ifExists ? true : null, conditions);
    }

    private void AddRow(
        List<RowChange> rows, ValueList<Assignment> assignments, PartitionKey key, byte[][]? clustering, WriteTimes times, List<Assignment> logged)
    {
        List<CellChange> statics = [];
        List<CellChange> regulars = [];
        foreach (Assignment assignment in assignments)
        {
            bool isStatic = table.Get(assignment.Column).Kind == ColumnKind.Static;
            Partition? partition = data.Find(key);
            Row? row = isStatic ? partition?.Static : clustering is null ? null : partition?.Find(clustering);
            logged.Add(new AssignmentBuilder(evaluator, table, row).Build(assignment, isStatic ? statics : regulars));
        }

        if (statics.Count > 0)
        {
            rows.Add(new WriteRow(null, false, statics, times.Timestamp, times.TimeToLive, times.ExpiresAt));
        }

        if (regulars.Count > 0)
        {
            rows.Add(new WriteRow(clustering, false, regulars, times.Timestamp, times.TimeToLive, times.ExpiresAt));
        }
    }

    private void RefuseKeys(KeySelection keys, bool onlyStatics)
    {
        if (onlyStatics && table.HasStatics)
        {
            if (keys.RestrictedClustering > 0)
            {
                throw CqlRefusal.Invalid("Invalid restrictions on clustering columns since the UPDATE statement modifies only static columns");
            }

            return;
        }

        string[] missing = [.. table.Clustering.Skip(keys.RestrictedClustering).Select(c => c.Name)];
        if (missing.Length > 0)
        {
            throw CqlRefusal.Invalid("Some clustering keys are missing: " + string.Join(", ", missing));
        }
    }

    private static void RefuseDoubles(ValueList<Assignment> assignments)
    {
        Assignment[] whole = [.. assignments.Where(a => a is SetAssignment)];
        foreach (Assignment assignment in whole)
        {
            if (assignments.Count(a => a.Column == assignment.Column) > 1)
            {
                throw CqlRefusal.Syntax($"Multiple incompatible setting of column {assignment.Column}", assignment.Column);
            }
        }
    }

    private void RefuseForCounters(UpdateStatement update, bool conditional)
    {
        if (!table.Schema.IsCounter)
        {
            return;
        }

        if (conditional)
        {
            throw CqlRefusal.Invalid("Conditional updates are not supported on counter tables", table.Name);
        }

        if (update.Using.Timestamp is not null)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for counter updates", table.Name);
        }

        if (update.Using.TimeToLive is not null)
        {
            throw CqlRefusal.Invalid("Cannot provide custom TTL for counter updates", table.Name);
        }
    }
}
