using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Where a user type is used, and what that forbids.</summary>
internal static class UserTypeUses
{
    public static void RefuseAddInPartitionKey(KeyspaceSchema keyspace, string type, string field, CqlType fieldType, StatementRun run)
    {
        List<string> tables = [];
        foreach (TableSchema table in keyspace.Tables.Values)
        {
            ColumnSchema? column = table.PartitionKey.FirstOrDefault(c => TypeRules.References(c.Type, type, keyspace, intoVectors: run.IsScylla));
            if (column is null)
            {
                continue;
            }

            if (run.IsScylla)
            {
                throw Refusal.Invalid(
                    $"Cannot add new field to type {type} because it is used in the partition key column {column.Name} of table {keyspace.Name}.{table.Name}",
                    field);
            }

            tables.Add(keyspace.Name + "." + table.Name);
        }

        if (tables.Count > 0)
        {
            throw Refusal.Invalid(
                $"Cannot add new field {field} of type {fieldType.CqlName} to user type {keyspace.Name}.{type} as the type is being used in "
                + $"partition key by the following tables: {string.Join(", ", tables)}",
                field);
        }
    }

    public static void RefuseDropWhileUsed(KeyspaceSchema keyspace, string type, StatementRun run)
    {
        // Cassandra 5.0.6 does not see a type inside a vector (tried): it drops it from under the column.
        bool Uses(CqlType used) => TypeRules.UserTypes(used, intoVectors: run.IsScylla).Contains(type);
        bool Reaches(CqlType used) => TypeRules.References(used, type, keyspace, intoVectors: run.IsScylla);
        Refuse(
            keyspace, type, run, "functions",
            keyspace.Functions.Values.Where(f => Reaches(f.ReturnType) || f.Arguments.Any(a => Reaches(a.Type))).Select(f => f.Name));
        Refuse(
            keyspace, type, run, "aggregates",
            keyspace.Aggregates.Values.Where(a => Reaches(a.StateType) || a.ArgumentTypes.Any(Reaches)).Select(a => a.Name));
        Refuse(keyspace, type, run, "user types", keyspace.Types.Values.Where(t => t.Fields.Any(f => Uses(f.Type))).Select(t => t.Name));
        Refuse(keyspace, type, run, "tables", keyspace.Tables.Values.Where(t => t.Columns.Any(c => Uses(c.Type))).Select(t => t.Name));
    }

    private static void Refuse(KeyspaceSchema keyspace, string type, StatementRun run, string kind, IEnumerable<string> users)
    {
        List<string> names = [.. users];
        if (names.Count > 0)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot drop user type {keyspace.Name}.{type} as it is still used by {kind.TrimEnd('s')} {names[0]}"
                    : $"Cannot drop user type '{keyspace.Name}.{type}' as it is still used by {kind} {string.Join(", ", names)}",
                type);
        }
    }
}
