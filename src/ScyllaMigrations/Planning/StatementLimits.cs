using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Planning;

/// <summary>What a migration must not hold, although a server would take it.</summary>
internal static class StatementLimits
{
    /// <summary>The fault of a statement, or null.</summary>
    /// <param name="parsed">The statement.</param>
    /// <param name="keyspace">The catalog's keyspace.</param>
    public static (string Id, string Message, string? Subject)? Check(ParsedStatement parsed, string keyspace) => parsed.Statement switch
    {
        UseStatement use when use.Keyspace != keyspace =>
            NotAllowed($"USE {use.Keyspace} would change what later names mean; names without a keyspace mean '{keyspace}' in all migrations. Write the keyspace before the name.", use.Keyspace),
        DropKeyspaceStatement drop when drop.Name == keyspace =>
            NotAllowed($"DROP KEYSPACE {keyspace} would drop the history of the migrations and the lease of this run with it. Drop its tables instead.", drop.Name),
        DdlStatement or DmlStatement when OwnTable(parsed.Statement, keyspace) is { } table =>
            NotAllowed($"'{table}' is the tool's own table; no migration may touch it.", table),
        BatchStatement { Statements.Count: 0 } => NotAllowed("The batch is empty.", null),
        _ => null,
    };

    private static (string Id, string Message, string? Subject)? NotAllowed(string message, string? subject) => (FindingIds.StatementNotAllowed, message, subject);

    private static string? OwnTable(CqlStatement statement, string keyspace)
    {
        if (statement is BatchStatement batch)
        {
            foreach (DmlStatement inner in batch.Statements)
            {
                if (OwnTable(inner, keyspace) is { } table)
                {
                    return table;
                }
            }
        }

        return StatementTarget.Of(statement) is { } name && (name.Keyspace ?? keyspace) == keyspace && ToolTables.Contains(name.Name) ? name.Name : null;
    }
}
