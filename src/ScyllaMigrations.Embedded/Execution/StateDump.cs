using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Rows;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>The statements that make a state: those of its schema as they were executed, then its rows.</summary>
internal static class StateDump
{
    /// <summary>Time and text of each record.</summary>
    /// <param name="database">The state.</param>
    /// <param name="nowMicros">The server's time: what the servers' grace period has passed for is left out.</param>
    public static IEnumerable<KeyValuePair<long, string>> Of(Database database, long nowMicros)
    {
        foreach (SchemaRecord record in database.SchemaRecords)
        {
            yield return new KeyValuePair<long, string>(record.TimestampMicros, record.Text);
        }

        foreach (KeyspaceSchema keyspace in database.Schema.Keyspaces.Values)
        {
            foreach (string name in keyspace.Tables.Keys)
            {
                TableModel table = database.FindTable(keyspace.Name, name)!;
                PartitionDump dump = new(table, nowMicros);
                foreach (Partition partition in database.DataOf(table).Partitions)
                {
                    foreach (IGrouping<long, DmlStatement> records in dump.Of(partition).GroupBy(s => s.Key, s => s.Value))
                    {
                        yield return new KeyValuePair<long, string>(records.Key, string.Join("\n", records.Select(s => CqlWriter.Write(s) + ";")));
                    }
                }
            }
        }
    }
}
