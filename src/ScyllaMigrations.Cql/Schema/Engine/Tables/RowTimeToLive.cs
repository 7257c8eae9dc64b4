using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ScyllaDB's expiry of rows by a column (2026.2): one regular column of a type that can say when.</summary>
internal static class RowTimeToLive
{
    public static string? Find(CreateTableStatement statement, Dictionary<string, CqlType> types)
    {
        string? found = null;
        foreach (ColumnDefinition column in statement.Columns)
        {
            if (!column.TimeToLive)
            {
                continue;
            }

            if (found is not null)
            {
                throw Refusal.Invalid("Only one column can be declared TTL in a table", column.Name);
            }

            bool key = statement.PrimaryKeys[0].PartitionKey.Contains(column.Name) || statement.PrimaryKeys[0].ClusteringKey.Contains(column.Name);
            Check(column.Name, types[column.Name], key || column.Static);
            found = column.Name;
        }

        return found;
    }

    public static void Check(string column, CqlType type, bool keyOrStatic)
    {
        if (keyOrStatic || type.CqlName is not ("timestamp" or "bigint" or "int"))
        {
            throw Refusal.Invalid($"A TTL column must be a regular column of type timestamp, bigint or int, which {column} is not", column);
        }
    }

    private static bool Contains(this ValueList<string> names, string name)
    {
        foreach (string other in names)
        {
            if (other == name)
            {
                return true;
            }
        }

        return false;
    }
}
