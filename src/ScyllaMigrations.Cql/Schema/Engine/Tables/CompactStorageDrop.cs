using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … DROP COMPACT STORAGE (Cassandra): the columns that were hidden show themselves.</summary>
internal static class CompactStorageDrop
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table)
    {
        if (!run.Features.DropCompactStorage)
        {
            throw Refusal.Invalid("DROP COMPACT STORAGE is disabled. Enable in cassandra.yaml to use.", table.Name);
        }

        if (!table.IsCompact)
        {
            throw Refusal.Invalid("Cannot DROP COMPACT STORAGE on table without COMPACT STORAGE", table.Name);
        }

        IEnumerable<ColumnSchema> columns = table.Columns.Select(c => c.Type is CustomType { ClassName: CompactStorage.EmptyTypeName }
            ? c with { Type = NativeType.Find("blob")! }
            : c);
        TableFlags flags = TableFlags.Compound | (table.Flags & TableFlags.Counter);
        return keyspace.With(table with { Columns = ValueList.From(columns), Flags = flags });
    }
}
