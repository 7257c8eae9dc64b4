using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What an index is on: which columns may be indexed, and how.</summary>
internal static class IndexTargets
{
    public static ValueList<IndexTarget> Resolve(StatementRun run, KeyspaceSchema keyspace, TableSchema table, CreateIndexStatement statement)
    {
        bool custom = statement.Custom || statement.Class is not null;
        if (statement.Targets.Count == 0 && !custom)
        {
            throw Refusal.Invalid("Only CUSTOM indexes can be created without specifying a target column");
        }

        bool local = statement.Targets.Any(t => t.Kind == IndexTargetKind.PartitionKey);
        if (statement.Targets.Count > 1 && !local && !custom)
        {
            throw Refusal.Invalid("Only CUSTOM indexes support multiple columns", statement.Targets[1].Column);
        }

        bool sai = !run.IsScylla && IndexClasses.Canonical(statement.Class) == IndexClasses.Sai;
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<IndexTarget> resolved = [];
        foreach (IndexTarget target in statement.Targets)
        {
            if (target.Kind != IndexTargetKind.PartitionKey && !seen.Add(target.Column))
            {
                throw Refusal.Invalid($"Duplicate column '{target.Column}' in index target list", target.Column);
            }

            resolved.Add(target.Kind == IndexTargetKind.PartitionKey
                ? LocalKey(table, target)
                : Column(run, keyspace, table, target, local, sai));
        }

        return ValueList.From(resolved);
    }

    private static IndexTarget Column(
        StatementRun run, KeyspaceSchema keyspace, TableSchema table, IndexTarget target, bool local, bool sai)
    {
        string name = target.Column;
        if (table.FindColumn(name) is not { } column)
        {
            throw Refusal.Invalid(
                run.IsScylla ? $"No column definition found for column {name}" : $"Undefined column name {CqlIdentifier.Quote(name)} in table {table.Keyspace}.{table.Name}",
                name);
        }

        if (sai && !NameRules.IsWord(name))
        {
            throw Refusal.Invalid($"Column '{name}' contains non-alphanumeric-underscore characters", name);
        }

        if (TypeRules.HasDuration(column.Type, keyspace))
        {
            string place = column.Type switch
            {
                NativeType => "duration columns",
                TupleType => "tuples containing durations",
                UserType => "UDTs containing durations",
                _ => "collections containing durations",
            };
            throw Refusal.Invalid("Secondary indexes are not supported on " + place, name);
        }

        CheckCompact(table, column);
        if (column.Kind == ColumnKind.PartitionKey && table.PartitionKey.Count() == 1 && !local)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot create secondary index on partition key column {name}"
                    : $"Cannot create secondary index on the only partition key column {name}",
                name);
        }

        CheckKind(target, column);
        bool collection = TypeRules.IsCollection(column.Type) && !column.Type.IsFrozen;
        return target.Kind == IndexTargetKind.Column && collection ? target with { Kind = IndexTargetKind.Values } : target;
    }

    private static void CheckCompact(TableSchema table, ColumnSchema column)
    {
        if (!table.IsCompact)
        {
            return;
        }

        if (column.IsKey)
        {
            throw Refusal.Invalid("Secondary indexes are not supported on PRIMARY KEY columns in COMPACT STORAGE tables", column.Name);
        }

        if (column.Kind == ColumnKind.Regular)
        {
            throw Refusal.Invalid("Secondary indexes are not supported on compact value column of COMPACT STORAGE tables", column.Name);
        }
    }

    private static void CheckKind(IndexTarget target, ColumnSchema column)
    {
        string name = column.Name;
        string kind = target.Kind.ToString().ToLowerInvariant();
        bool collection = TypeRules.IsCollection(column.Type);
        if (target.Kind == IndexTargetKind.Full && !(collection && column.Type.IsFrozen))
        {
            throw Refusal.Invalid("full() indexes can only be created on frozen collections", name);
        }

        if (collection && column.Type.IsFrozen && target.Kind != IndexTargetKind.Full)
        {
            string asked = target.Kind == IndexTargetKind.Column ? "values" : kind;
            throw Refusal.Invalid(
                $"Cannot create {asked}() index on frozen column {name}. Frozen collections are immutable and must be fully indexed by using the 'full({name})' modifier",
                name);
        }

        if (!collection && column.Type is UserType { Frozen: false })
        {
            throw Refusal.Invalid($"Cannot create index on non-frozen UDT column {name}", name);
        }

        if (!collection && target.Kind is not (IndexTargetKind.Column or IndexTargetKind.Full))
        {
            throw Refusal.Invalid($"Cannot create {kind}() index on {name}. Non-collection columns only support simple indexes", name);
        }

        if (target.Kind is IndexTargetKind.Keys or IndexTargetKind.Entries && column.Type is not MapType)
        {
            throw Refusal.Invalid($"Cannot create index on {kind} of column {name} with non-map type", name);
        }
    }

    private static IndexTarget LocalKey(TableSchema table, IndexTarget target)
    {
        ValueList<string> key = ValueList.From(table.PartitionKey.Select(c => c.Name));
        if (target.Columns != key)
        {
            throw Refusal.Invalid(
                $"Local index definition must contain full partition key only. Redundant column: {string.Join(", ", target.Columns.Except(key))}",
                target.Column);
        }

        return target;
    }
}
