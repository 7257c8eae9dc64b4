using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Planning;

/// <summary>What can be said of statements about rows from the schema alone: tables, columns and keys that they name.</summary>
internal static class DataStatementRules
{
    /// <summary>The faults of a statement; the third part is the name that the fault is about.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="schema">The schema at its place.</param>
    /// <param name="keyspace">The keyspace of names without one.</param>
    public static IEnumerable<(string Id, string Message, string? Subject)> Check(CqlStatement statement, ClusterSchema schema, string keyspace)
    {
        if (statement is BatchStatement batch)
        {
            return batch.Statements.SelectMany(inner => Check(inner, schema, keyspace));
        }

        if (StatementTarget.Of(statement) is not { } name || IsSystem(name.Keyspace ?? keyspace))
        {
            return [];
        }

        string owner = name.Keyspace ?? keyspace;
        KeyspaceSchema? inside = schema.FindKeyspace(owner);
        TableSchema? table = inside?.Tables.Find(name.Name);
        if (table is null && statement is SelectStatement && inside?.Views.Find(name.Name) is { } view)
        {
            return CheckColumns(statement, view.Columns, name.Name);
        }

        if (table is null)
        {
            bool isView = inside?.Views.Find(name.Name) is not null;
            return [(FindingIds.UnknownTable, isView ? $"'{name.Name}' is a materialized view; its rows cannot be changed." : $"There is no table {owner}.{name.Name} at this point.", name.Name)];
        }

        return CheckColumns(statement, table.Columns, name.Name).Concat(CheckKey(statement, table));
    }

    private static bool IsSystem(string keyspace) => keyspace.StartsWith("system", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Id, string Message, string? Subject)> CheckColumns(CqlStatement statement, ValueList<ColumnSchema> columns, string table) =>
        ColumnNames.Of(statement).Distinct(StringComparer.Ordinal)
            .Where(column => !columns.Any(known => known.Name == column))
            .Select(column => (FindingIds.UnknownColumn, $"The table '{table}' has no column '{column}' at this point.", (string?)column));

    // The rest of what a server checks of an INSERT needs values and types, not only names.
    private static IEnumerable<(string Id, string Message, string? Subject)> CheckKey(CqlStatement statement, TableSchema table)
    {
        if (statement is not InsertStatement insert)
        {
            yield break;
        }

        foreach (ColumnSchema key in table.Columns.Where(column => column.IsKey && !insert.Columns.Contains(column.Name)))
        {
            // A row of static columns only needs no clustering key.
            bool onlyStatic = insert.Columns.All(column => table.FindColumn(column)?.Kind is ColumnKind.Static or ColumnKind.PartitionKey);
            if (key.Kind == ColumnKind.PartitionKey || !onlyStatic)
            {
                yield return (FindingIds.UnknownColumn, $"The INSERT gives no value for '{key.Name}', a part of the primary key of '{table.Name}'.", table.Name);
            }
        }
    }
}
