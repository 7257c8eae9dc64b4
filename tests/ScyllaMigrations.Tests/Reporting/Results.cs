using System;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Health;

namespace ScyllaMigrations.Tests.Reporting;

/// <summary>Results with every property set, as a run gives them.</summary>
internal static class Results
{
    public static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static SchemaStatus Status { get; } = new()
    {
        Cluster = "embedded:demo.cql",
        Path = "migrations",
        Keyspace = "ipfs_pins",
        Dialect = "cassandra-5.0",
        CurrentVersion = "1.0.0",
        LatestVersion = "1.1.0",
        MinimumVersion = null,
        MigrationsNeeded = true,
        PendingCount = 1,
        Pending =
        [
            new PendingMigration { Version = "1.1.0", Description = "enhanced metadata", Path = "V1.1.0__enhanced_metadata.cql", StatementCount = 4, Risk = "Low" },
        ],
        AppliedCount = 1,
        Compatible = true,
        Message = "1 migration is pending.",
        SchemaAgreement = true,
        LeaseHolder = null,
        CheckedAt = Noon,
    };

    public static MigrationResult Migrated { get; } = new()
    {
        Cluster = "embedded:demo.cql",
        Path = "migrations",
        Keyspace = "ipfs_pins",
        Direction = "Up",
        FromVersion = null,
        ToVersion = "1.0.0",
        Migrations =
        [
            new AppliedMigration { Version = "1.0.0", Description = "initial schema", Path = "V1.0.0__initial_schema.cql", StatementCount = 12, DurationSeconds = 0.25 },
        ],
        MigrationCount = 1,
        StatementCount = 12,
        Resumed = true,
        PlanHash = "ab12",
        BackupFile = null,
        Warnings = ["the clock of 10.0.0.2 runs 3 s ahead"],
        Message = "Applied 1 migration; the schema is at version 1.0.0.",
        StartedAt = Noon,
        FinishedAt = Noon.AddSeconds(75),
        DurationSeconds = 75,
    };

    public static HistoryRecord Entry { get; } = new()
    {
        Cluster = "embedded:demo.cql",
        Path = "migrations",
        Keyspace = "ipfs_pins",
        Entry = 2,
        Action = "Applied",
        Version = "1.0.0",
        Description = "initial schema",
        Kind = "Versioned",
        Checksum = new string('a', 64),
        AppliedAt = Noon,
        DurationSeconds = 0.25,
        AppliedBy = "kim",
        Host = "build-1",
        ToolVersion = "0.1.0",
        PlanHash = "ab12",
        Run = 1,
        ChainIntact = true,
    };

    public static ValidationResult Invalid { get; } = new()
    {
        Cluster = "embedded:demo.cql",
        Path = null,
        Keyspace = "ipfs_pins",
        Version = "1.1.0",
        Valid = false,
        Differences =
        [
            new ValidationDifference { Kind = "Missing", Object = "table partition_stats", Expected = "table partition_stats", Actual = null, Message = "missing table partition_stats" },
        ],
        Checks = [new CheckOutcome { Version = "1.1.0", Source = "V1.1.0__x.check.cql:3", Passed = true, Message = "1 row" }],
        Message = "schema validation failed: missing table partition_stats",
        CheckedAt = Noon,
        DurationSeconds = 0.0126,
    };

    public static HealthReport Degraded { get; } = new()
    {
        Cluster = "embedded:demo.cql",
        Path = "migrations",
        Keyspace = "ipfs_pins",
        Status = "Degraded",
        Healthy = true,
        Message = "1 migration is pending",
        Checks =
        [
            new HealthFinding { Name = "version", Status = "Degraded", Message = "1 migration is pending", Remedy = "migration-cli migrate" },
            new HealthFinding { Name = "lease", Status = "Healthy", Message = "free", Remedy = null },
        ],
        CheckedAt = Noon,
        DurationSeconds = 1.5,
    };

    public static Recommendation Recommendation { get; } = new()
    {
        Cluster = "embedded:demo.cql",
        Path = "migrations",
        Keyspace = "ipfs_pins",
        Rank = 1,
        Severity = "Warning",
        Title = "Apply 1 migration",
        Why = "the schema is older than the program's newest migration",
        Command = "migration-cli migrate --path migrations",
    };
}
