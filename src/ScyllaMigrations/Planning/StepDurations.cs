using System;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>Rough estimates of what a statement takes on one node.</summary>
/// <remarks>
/// The middle of what was measured on a single node of Cassandra 5.0.6, seen from the client: CREATE/ALTER KEYSPACE 20–50 ms, CREATE TABLE
/// 50–120, ALTER TABLE 35–85, TYPE 27–75, INDEX 58–100, DROP TABLE 75–590 (auto snapshot), DROP KEYSPACE 115–180, no effect 1–2.
/// Agreement between nodes, index builds and amounts of data are not in them.
/// </remarks>
internal static class StepDurations
{
    /// <summary>The estimate for a statement.</summary>
    /// <param name="statement">The statement; null when opaque.</param>
    /// <param name="kind">Its kind.</param>
    public static TimeSpan Estimate(CqlStatement? statement, StepKind kind) => TimeSpan.FromMilliseconds(kind switch
    {
        StepKind.NoEffect => 2,
        StepKind.Data or StepKind.Access => 5,
        StepKind.UnrepeatableData => statement is TruncateStatement ? 300 : 7,
        StepKind.Opaque => 100,
        _ => statement switch
        {
            CreateKeyspaceStatement or AlterKeyspaceStatement => 35,
            CreateTableStatement or CreateMaterializedViewStatement => 85,
            AlterTableStatement or AlterMaterializedViewStatement => 60,
            CreateTypeStatement or AlterTypeStatement or DropTypeStatement => 50,
            CreateIndexStatement or DropIndexStatement => 80,
            DropTableStatement or DropMaterializedViewStatement => 330,
            DropKeyspaceStatement => 150,
            _ => 50,
        },
    });
}
